'use strict';

/**
 * What streams of `node:zlib` hold as `_handle`. Java implements `write`, `writeSync`, `reset`, `params` and `close`. A write leaves
 * in the stream's `_writeState` how much room and how much input are left.
 */

const natives = binding('zlib');
const { execution, initResource, kAsyncId, nothing } = require('internal/async_hooks');

/** The stream that a handle belongs to. */
const kOwner = Symbol('owner_symbol');

/** Runs `call` as the handle that it is for. */
function within(handle, call, ...args) {
  const { events } = execution;
  execution.resource = handle;
  if (events !== null) events.before(handle);
  try {
    call(handle, ...args);
  } finally {
    execution.resource = nothing;
  }
  if (events !== null) events.after(handle);
}

natives.receivers(
  (handle) => within(handle, callOnWritten),
  (handle, message, errno, code) => within(handle, callOnError, message, errno, code),
  callOnError,   // within a call that JavaScript has made
);

function callOnWritten(handle) {
  handle.onwritten();
}

function callOnError(handle, message, errno, code) {
  handle.onerror(message, errno, code);
}

class CompressionStream {
  /** Called when an asynchronous write has ended. */
  onwritten = undefined;

  /** Called with `(message, errno, code)` instead, and within the calls that do their work at once. */
  onerror = undefined;

  // The chunk that is being written, what it is written for and with, and how much of it is left.
  buffer = null;
  callback = null;
  flush = 0;
  offset = 0;
  left = 0;
  room = 0;

  constructor() {
    initResource(this, 'ZLIB');
  }

  getAsyncId() {
    return this[kAsyncId];
  }
}

natives.defineMethods(CompressionStream.prototype);

class Zlib extends CompressionStream {
  constructor(state, mode, windowBits, level, memLevel, strategy, dictionary) {
    super();
    natives.attachZlib(this, state, mode, windowBits, level, memLevel, strategy, dictionary);
  }
}

function unavailable(feature) {
  return new (require('internal/errors').ERR_FEATURE_UNAVAILABLE_ON_PLATFORM)(feature);
}

function brotliHandle(handle, state, compress, table) {
  const accepted = natives.attachBrotli(handle, state, compress, table);
  if (accepted === undefined) throw unavailable('brotli');
  if (!accepted) throw new (require('internal/errors').ERR_ZLIB_INITIALIZATION_FAILED)();
}

class BrotliEncoder extends CompressionStream {
  constructor(state, table) {
    super();
    brotliHandle(this, state, true, table);
  }
}

class BrotliDecoder extends CompressionStream {
  constructor(state, table) {
    super();
    brotliHandle(this, state, false, table);
  }
}

/** @param {unknown} size what does not hold for a number is not looked at */
function checkedPledge(size) {
  if (typeof size !== 'number') return undefined;
  if (size < 0) {
    const error = new TypeError('pledgedSrcSize may not be negative');
    error.code = 'ERR_INVALID_ARG_VALUE';
    throw error;
  }
  return size;
}

function zstdHandle(handle, state, compress, table, pledgedSize, dictionary) {
  const refusal = natives.attachZstd(handle, state, compress, table, pledgedSize, dictionary);
  if (refusal === undefined) throw unavailable('zstd');
  if (refusal !== '') throw new (require('internal/errors').ERR_ZLIB_INITIALIZATION_FAILED)(refusal);
}

class ZstdCompress extends CompressionStream {
  constructor(state, table, pledgedSize, dictionary) {
    super();
    zstdHandle(this, state, true, table, checkedPledge(pledgedSize), dictionary);
  }
}

class ZstdDecompress extends CompressionStream {
  constructor(state, table, pledgedSize, dictionary) {
    super();
    zstdHandle(this, state, false, table, undefined, dictionary);
  }
}

module.exports = { BrotliDecoder, BrotliEncoder, Zlib, ZstdCompress, ZstdDecompress, kOwner };
