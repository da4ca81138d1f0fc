'use strict';

/** `CompressionStream` and `DecompressionStream`: zlib's streams, as web streams. */

const { customInspect } = require('internal/webstreams/inspect');
const errors = require('internal/errors');

const compressors = { 'deflate': 'createDeflate', 'deflate-raw': 'createDeflateRaw', 'gzip': 'createGzip', 'brotli': 'createBrotliCompress' };
const decompressors = { 'deflate': 'createInflate', 'deflate-raw': 'createInflateRaw', 'gzip': 'createGunzip', 'brotli': 'createBrotliDecompress' };

/** @returns {{readable: ReadableStream, writable: WritableStream}} */
function pair(table, format, name, options) {
  format = `${format}`;
  if (!Object.hasOwn(table, format)) {
    const error = new TypeError(
      `Failed to construct '${name}': 1st argument value '${format}' is not a valid enum value of type CompressionFormat.`);
    error.code = 'ERR_INVALID_ARG_VALUE';
    throw error;
  }
  const stream = require('zlib')[table[format]](options);
  return require('internal/webstreams/adapters').newReadableWritablePairFromDuplex(stream);
}

class CompressionStream {
  #transform;

  constructor(format) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('format');
    this.#transform = pair(compressors, format, 'CompressionStream');
  }

  get readable() {
    return this.#transform.readable;
  }

  get writable() {
    return this.#transform.writable;
  }
}

class DecompressionStream {
  #transform;

  constructor(format) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('format');
    // The standard wants an error for anything after the end.
    this.#transform = pair(decompressors, format, 'DecompressionStream', { rejectGarbageAfterEnd: true });
  }

  get readable() {
    return this.#transform.readable;
  }

  get writable() {
    return this.#transform.writable;
  }
}

for (const Class of [CompressionStream, DecompressionStream]) {
  for (const name of ['readable', 'writable']) Object.defineProperty(Class.prototype, name, { __proto__: null, enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { __proto__: null, value: Class.name, configurable: true });
  customInspect(Class, (stream) => ({ readable: stream.readable, writable: stream.writable }));
}

module.exports = { CompressionStream, DecompressionStream };
