'use strict';

/**
 * ZlibBase: a Transform over a handle, for every library. Its output is written into `_outBuffer` and handed on in slices of that,
 * so that nothing is copied; when it is used up, another takes its place.
 */

const Transform = require('internal/streams/transform');
const { kOwner } = require('internal/zlib/handles');
const { checkRangesOrGetDefault, validateFiniteNumber } = require('internal/validators');
const { kMaxLength } = require('internal/zlib/limits');
const { Buffer } = require('buffer');

/** On a chunk: the kind of flush that it stands for. */
const kFlushFlag = Symbol('kFlushFlag');

/** On such a chunk: what is to happen when all before it has been written. */
const kFlushed = Symbol('kFlushed');

const kError = Symbol('kError');

const MIN_CHUNK = 64;
const DEFAULT_CHUNK = 16 * 1024;

/** zlib's flush kinds, from the weakest to the strongest: NO_FLUSH, BLOCK, PARTIAL, SYNC, FULL, FINISH. */
const STRENGTH = [0, 2, 3, 4, 5, 1];

function stronger(a, b) {
  return STRENGTH[a] > STRENGTH[b] ? a : b;
}

function assertOpen(handle) {
  if (!handle) throw new (require('internal/errors').ERR_INTERNAL_ASSERTION)('zlib binding closed');
}

/**
 * @param {{ flush: number, finishFlush: number, fullFlush: number, maxFlush: number }} kinds the library's flush kinds: those that are
 *   used unless the options name others, and the greatest
 */
function ZlibBase(opts, mode, handle, kinds) {
  let chunkSize = DEFAULT_CHUNK;
  let maxOutputLength = kMaxLength;
  let { flush, finishFlush } = kinds;
  if (opts) {
    if (validateFiniteNumber(opts.chunkSize, 'options.chunkSize')) chunkSize = opts.chunkSize;
    if (chunkSize < MIN_CHUNK) {
      throw new (require('internal/errors').ERR_OUT_OF_RANGE)('options.chunkSize', `>= ${MIN_CHUNK}`, chunkSize);
    }
    flush = checkRangesOrGetDefault(opts.flush, 'options.flush', 0, kinds.maxFlush, flush);
    finishFlush = checkRangesOrGetDefault(opts.finishFlush, 'options.finishFlush', 0, kinds.maxFlush, finishFlush);
    maxOutputLength = checkRangesOrGetDefault(opts.maxOutputLength, 'options.maxOutputLength', 1, kMaxLength, kMaxLength);
    if (opts.encoding || opts.objectMode || opts.writableObjectMode) {
      opts = { ...opts, encoding: null, objectMode: false, writableObjectMode: false };
    }
  }
  Reflect.apply(Transform, this, [{ autoDestroy: true, ...opts }]);
  this[kError] = null;
  this.bytesWritten = 0;
  this._handle = handle;
  handle[kOwner] = this;
  handle.onerror = onError;
  handle.onwritten = onWritten;
  this._outBuffer = Buffer.allocUnsafe(chunkSize);
  this._outOffset = 0;
  this._chunkSize = chunkSize;
  this._defaultFlushFlag = flush;
  this._finishFlushFlag = finishFlush;
  this._defaultFullFlushFlag = kinds.fullFlush;
  this._info = opts?.info;
  this._maxOutputLength = maxOutputLength;
  this._rejectGarbageAfterEnd = opts?.rejectGarbageAfterEnd === true;
}

Object.setPrototypeOf(ZlibBase.prototype, Transform.prototype);
Object.setPrototypeOf(ZlibBase, Transform);

const { prototype } = ZlibBase;

Object.defineProperty(prototype, '_closed', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return !this._handle; },
});

prototype.reset = function() {
  assertOpen(this._handle);
  return this._handle.reset();
};

prototype._flush = function(callback) {
  this._transform(Buffer.alloc(0), '', callback);
};

prototype._final = function(callback) {
  callback();
};

/** An empty chunk that makes `_transform` flush. */
function flushChunk(kind, flushed) {
  const chunk = Buffer.alloc(0);
  chunk[kFlushFlag] = kind;
  chunk[kFlushed] = flushed;
  return chunk;
}

/** Has `flushed` called when all that was written so far has been flushed, and nothing after it has been begun; then `callback`. */
function flushThen(stream, kind, flushed, callback) {
  if (stream.writableFinished) {
    if (callback) process.nextTick(callback);
  } else if (stream.writableEnded) {
    if (callback) stream.once('end', callback);
  } else {
    stream.write(kind === undefined ? undefined : flushChunk(kind, flushed), '', callback);
  }
}

prototype.flush = function(kind, callback) {
  if (typeof kind === 'function' || (kind === undefined && !callback)) {
    callback = kind;
    kind = this._defaultFullFlushFlag;
  }
  flushThen(this, typeof kind === 'number' && kind in STRENGTH ? kind : undefined, undefined, callback);
};

prototype.close = function(callback) {
  if (callback) require('internal/streams/end_of_stream').eos(this, callback);
  this.destroy();
};

/** The handle's own property `close`, where a program has put one there, is the program's business. */
function closeHandle(stream) {
  stream._handle?.close();
  stream._handle = null;
}

prototype._destroy = function(error, callback) {
  closeHandle(this);
  callback(error);
};

prototype._transform = function(chunk, encoding, callback) {
  let flush = this._defaultFlushFlag;
  if (typeof chunk[kFlushFlag] === 'number') {
    flush = chunk[kFlushFlag];
    const flushed = chunk[kFlushed];
    if (flushed !== undefined) {
      const done = callback;
      callback = (error) => {
        if (!error) flushed();
        done(error);
      };
    }
  }
  // Empty ones that flush may follow the last that is not: each of them finishes, as nothing else may be done with what is finished.
  if (this.writableEnded && this.writableLength === chunk.byteLength) flush = stronger(flush, this._finishFlushFlag);
  processChunk(this, chunk, flush, callback);
};

/** With a callback like `_transform`; without one it does all at once and returns the output. */
prototype._processChunk = function(chunk, flush, callback) {
  if (typeof callback !== 'function') return processChunkSync(this, chunk, flush);
  processChunk(this, chunk, flush, callback);
  return undefined;
};

function freshBuffer(stream) {
  stream._outOffset = 0;
  stream._outBuffer = Buffer.allocUnsafe(stream._chunkSize);
}

/** What a write of which `room` bytes of room were offered has put into the buffer; undefined for nothing. */
function taken(stream, room) {
  const length = room - stream._writeState[0];
  if (length === 0) return undefined;
  const offset = stream._outOffset;
  stream._outOffset += length;
  return stream._outBuffer.slice(offset, offset + length);
}

function processChunkSync(stream, chunk, flush) {
  const handle = stream._handle;
  const state = stream._writeState;
  const pieces = [];
  let length = 0;
  let left = chunk.byteLength;
  let offset = 0;
  let failure = null;
  const fail = (error) => { failure = error; };
  stream.on('error', fail);
  do {
    const room = stream._chunkSize - stream._outOffset;
    handle.writeSync(flush, chunk, offset, left, stream._outBuffer, stream._outOffset, room);
    if (failure !== null) throw failure;
    if (stream[kError]) throw stream[kError];
    offset += left - state[1];
    left = state[1];
    const out = taken(stream, room);
    if (out !== undefined) {
      pieces.push(out);
      length += out.byteLength;
      if (length > stream._maxOutputLength) {
        closeHandle(stream);
        throw new (require('internal/errors').ERR_BUFFER_TOO_LARGE)(stream._maxOutputLength);
      }
    }
    if (stream._outOffset >= stream._chunkSize) freshBuffer(stream);
  } while (state[0] === 0);
  stream.removeListener('error', fail);
  stream.bytesWritten = offset;
  closeHandle(stream);
  if (length === 0) return Buffer.alloc(0);
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length);
}

function processChunk(stream, chunk, flush, callback) {
  const handle = stream._handle;
  if (!handle) {
    process.nextTick(callback);
    return;
  }
  handle.buffer = chunk;
  handle.callback = callback;
  handle.flush = flush;
  handle.offset = 0;
  handle.left = chunk.byteLength;
  step(stream, handle);
}

function step(stream, handle) {
  if (stream._outBuffer.byteLength === 0) freshBuffer(stream);   // whoever got the last slice has transferred the memory
  handle.room = stream._chunkSize - stream._outOffset;
  handle.write(handle.flush, handle.buffer, handle.offset, handle.left, stream._outBuffer, stream._outOffset, handle.room);
}

/** A write's end: hands on what has come out and goes on with the chunk while there is more of it and the reader keeps up. */
function onWritten() {
  const stream = this[kOwner];
  if (stream.destroyed) {
    finish(this);
    return;
  }
  const room = stream._writeState[0];
  const left = stream._writeState[1];
  stream.bytesWritten += this.left - left;
  this.offset += this.left - left;
  this.left = left;
  const out = taken(stream, this.room);
  const full = out !== undefined && !stream.push(out);
  if (stream.destroyed) {
    finish(this);
    return;
  }
  if (stream._outOffset >= stream._chunkSize) freshBuffer(stream);
  if (room === 0) {   // there may be more
    if (full) goOnWhenRead(stream, this);
    else step(stream, this);
    return;
  }
  if (left > 0) {   // there was room, and it was not used: the compressed data ended before the chunk did
    if (stream._rejectGarbageAfterEnd) {
      finish(this, new (require('internal/errors').ERR_TRAILING_JUNK_AFTER_STREAM_END)());
      return;
    }
    stream.push(null);
  }
  finish(this);
}

function goOnWhenRead(stream, handle) {
  const read = stream._read;
  stream._read = (n) => {
    stream._read = read;
    if (stream._handle) step(stream, handle);
    else finish(handle);
    stream._read(n);
  };
}

function finish(handle, error) {
  const { callback } = handle;
  handle.buffer = null;
  callback(error);
}

function onError(message, errno, code) {
  const stream = this[kOwner];
  // No end to wait for: there is nothing more to come.
  closeHandle(stream);
  const error = require('internal/errors').genericNodeError(message, { errno, code });
  stream.destroy(error);
  stream[kError] = error;
}

/**
 * The parameters of brotli and zstd as a table of 32-bit numbers, −1 for those that are not given.
 *
 * @param {object} [given] numbers and booleans by parameter
 * @param {string} invalid the code of the error for a parameter that there is not
 */
function parameters(given, max, invalid) {
  const table = new Uint32Array(max + 1).fill(-1);
  for (const name of Object.keys(given ?? {})) {
    const key = +name;
    if (Number.isNaN(key) || key < 0 || key > max || (table[key] | 0) !== -1) throw new (require('internal/errors')[invalid])(name);
    const value = given[name];
    if (typeof value !== 'number' && typeof value !== 'boolean') {
      throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)('options.params[key]', 'number', value);
    }
    table[key] = value;
  }
  return table;
}

module.exports = { ZlibBase, assertOpen, flushThen, parameters, processChunkSync };
