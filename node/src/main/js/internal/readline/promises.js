'use strict';

/** `Readline` of `node:readline/promises`: collects cursor movements and sends them at once. */

const sequences = require('internal/readline/callbacks');
const { validateBoolean, validateInteger } = require('internal/validators');
const errors = require('internal/errors');

class Readline {
  #autoCommit = false;
  #stream;
  #pending = [];

  constructor(stream, options = undefined) {
    if (!require('internal/streams/predicates').isWritable(stream)) {
      throw new errors.ERR_INVALID_ARG_TYPE('stream', 'Writable', stream);
    }
    this.#stream = stream;
    if (options?.autoCommit !== null && options?.autoCommit !== undefined) {
      validateBoolean(options.autoCommit, 'options.autoCommit');
      this.#autoCommit = options.autoCommit;
    }
  }

  #add(data) {
    if (this.#autoCommit) process.nextTick(() => this.#stream.write(data));
    else this.#pending.push(data);
    return this;
  }

  cursorTo(x, y = undefined) {
    validateInteger(x, 'x');
    if (y !== null && y !== undefined) validateInteger(y, 'y');
    return this.#add(sequences.cursorToSequence(x, y ?? undefined));
  }

  moveCursor(dx, dy) {
    if (dx || dy) {
      validateInteger(dx, 'dx');
      validateInteger(dy, 'dy');
      this.#add(sequences.moveCursorSequence(dx, dy));
    }
    return this;
  }

  clearLine(dir) {
    validateInteger(dir, 'dir', -1, 1);
    return this.#add(sequences.clearLineSequence(dir));
  }

  clearScreenDown() {
    return this.#add(sequences.clearScreenDownSequence);
  }

  /** Sends what was collected. */
  commit() {
    return new Promise((resolve) => {
      this.#stream.write(this.#pending.join(''), resolve);
      this.#pending = [];
    });
  }

  /** Forgets what was collected. */
  rollback() {
    this.#pending = [];
    return this;
  }
}

module.exports = { Readline };
