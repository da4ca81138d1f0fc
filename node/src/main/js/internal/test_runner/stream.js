'use strict';

/** `TestsStream`: what happens in a tree of tests, as objects `{ type, data }` and as events. https://nodejs.org/api/test.html */

const { Readable } = require('stream');

class TestsStream extends Readable {
  #over = false;

  constructor() {
    // Nothing waits for those who read.
    super({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
  }

  _read() {}

  /** @param {string} type `test:…` */
  report(type, data) {
    if (this.#over) return;
    this.emit(type, data);
    this.push({ __proto__: null, type, data });
  }

  /** What is told from now on is for nobody. */
  end() {
    if (this.#over) return;
    this.#over = true;
    this.push(null);
  }
}

module.exports = { TestsStream };
