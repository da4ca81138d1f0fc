'use strict';

/** `TestsStream`: what happens in a tree of tests, as objects `{ type, data }` and as events. https://nodejs.org/api/test.html */

const { Readable } = require('stream');

class TestsStream extends Readable {
  constructor() {
    // Nothing waits for those who read.
    super({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
  }

  _read() {}

  /** @param {string} type `test:…` */
  report(type, data) {
    this.emit(type, data);
    this.push({ __proto__: null, type, data });
  }

  end() {
    this.push(null);
  }
}

module.exports = { TestsStream };
