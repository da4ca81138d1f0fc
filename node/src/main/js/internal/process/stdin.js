'use strict';

const { openInput, descriptorType } = binding('process');
const { Readable } = require('stream');
const errors = require('internal/errors');

/** Standard input, read in the background while somebody wants data; only then does it keep the program alive. */
class StandardInput extends Readable {
  #input;

  constructor() {
    super({ highWaterMark: 65536, emitClose: false, autoDestroy: false });
    this.fd = 0;
    this._type = descriptorType(0) === 'file' ? 'fs' : 'pipe';
    this.on('pause', () => this.#input?.unref());
  }

  _read() {
    this.#input ??= openInput((result) => this.#onRead(result));
    this.#input.read();
  }

  #onRead(result) {
    if (typeof result === 'number') this.destroy(errors.errnoException(result, 'read'));
    else if (result === undefined) this.push(null);
    else this.push(Buffer.from(result.buffer, result.byteOffset, result.byteLength));
  }

  ref() {
    this.#input?.ref();
    return this;
  }

  unref() {
    this.#input?.unref();
    return this;
  }

  _destroy(error, callback) {
    this.#input?.close();
    callback(error);
  }
}

function createStdin() {
  if (descriptorType(0) !== 'tty') return new StandardInput();
  const { ReadStream } = require('tty');
  return new ReadStream(0);
}

module.exports = { createStdin };
