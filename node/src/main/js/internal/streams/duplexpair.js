'use strict';

const Duplex = require('internal/streams/duplex');

/** One end: what is written to it is read from the other. A write is done when the other end wants more. */
class DuplexSide extends Duplex {
  #other = null;
  #callback = null;

  static pair(options) {
    const a = new DuplexSide(options);
    const b = new DuplexSide(options);
    a.#other = b;
    b.#other = a;
    return [a, b];
  }

  _read() {
    const callback = this.#callback;
    this.#callback = null;
    callback?.();
  }

  _write(chunk, encoding, callback) {
    if (chunk.length === 0) {
      // Nothing would make the other end read.
      process.nextTick(callback);
    } else {
      this.#other.push(chunk);
      this.#other.#callback = callback;
    }
  }

  _final(callback) {
    this.#other.on('end', callback);
    this.#other.push(null);
  }
}

function duplexPair(options) {
  return DuplexSide.pair(options);
}

module.exports = { duplexPair };
