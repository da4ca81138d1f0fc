'use strict';

/** Reading and writing of a Duplex over a stream handle: what sockets, terminals and TLS have in common. */

const errors = require('internal/errors');
const { TIMEOUT_MAX, Timeout, clearTimeout, restartUnref } = require('internal/timers');
const { WriteWrap, kOwner } = require('internal/net/handles');
const { isAscii } = binding('net');

const kTimeout = Symbol('timeout');
const kUpdateTimer = Symbol('kUpdateTimer');
const kAfterAsyncWrite = Symbol('kAfterAsyncWrite');
const kMaybeDestroy = Symbol('kMaybeDestroy');
const kBuffer = Symbol('kBuffer');
const kBufferCb = Symbol('kBufferCb');
const kBufferGen = Symbol('kBufferGen');

/** `Errno.EOF`, the same number on every platform. */
const EOF = -4095;

/** What a handle's `oncomplete` of a write does. `this` is the request. */
function onWriteComplete(status) {
  const stream = this.handle[kOwner];
  const { callback } = this;
  if (stream === undefined || stream === null || stream.destroyed) {
    if (typeof callback === 'function') callback(null);
    return;
  }
  if (status < 0) {
    const error = errors.errnoException(status, 'write', this.error);
    if (typeof callback === 'function') callback(error);
    else stream.destroy(error);
    return;
  }
  stream[kUpdateTimer]();
  stream[kAfterAsyncWrite](this);
  if (typeof callback === 'function') callback(null);
}

/** What a handle can write: a string for UTF-8, bytes for any other encoding. Most that is not UTF-8 is a head, whose bytes are the same. */
function encoded(chunk, encoding) {
  if (encoding === 'buffer') {
    const error = new TypeError('Second argument must be a buffer');
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  if (encoding === 'utf8' || encoding === 'utf-8' || (encoding === 'latin1' && isAscii(chunk))) return chunk;
  return require('buffer').Buffer.from(chunk, encoding);
}

/** Finishes what a write or writev has begun. `result` is 0 when all is sent, 1 when it is not yet, or a negative errno. */
function afterDispatch(request, result, callback, bytesBefore) {
  if (result < 0) {
    callback(errors.errnoException(result, 'write', request.error));
    return request;
  }
  request.bytes = request.handle.bytesWritten - bytesBefore;
  if (result === 1) {
    request.async = true;
    request.oncomplete = onWriteComplete;
  } else {
    callback();
  }
  return request;
}

/** Writes one chunk. @returns {WriteWrap} the request, `async` while it is under way */
function writeGeneric(stream, chunk, encoding, callback) {
  const handle = stream._handle;
  const data = typeof chunk === 'string' ? encoded(chunk, encoding) : chunk;
  const request = new WriteWrap(handle, callback, data);
  const before = handle.bytesWritten;
  return afterDispatch(request, handle.write(request, data), callback, before);
}

/** Writes what a corked stream has collected. @param {Array} entries chunks, or `{ chunk, encoding }` */
function writevGeneric(stream, entries, callback) {
  const handle = stream._handle;
  const chunks = entries.allBuffers ? entries : entries.map(({ chunk, encoding }) => (
    typeof chunk === 'string' ? encoded(chunk, encoding) : chunk));
  const request = new WriteWrap(handle, callback, chunks);
  const before = handle.bytesWritten;
  return afterDispatch(request, handle.writev(request, chunks), callback, before);
}

function stopReading(stream, handle) {
  handle.reading = false;
  if (stream.destroyed) return;
  const errno = handle.readStop();
  if (errno) stream.destroy(errors.errnoException(errno, 'read'));
}

/** Gives what was read to the program that brought its own memory. @returns {Uint8Array|undefined} memory for the next read */
function giveToUser(stream, handle, length) {
  const goOn = stream[kBufferCb](length, stream[kBuffer]) !== false;
  let next;
  if (stream[kBufferGen] !== null) {
    const memory = stream[kBufferGen]();
    if (require('internal/util/types').isUint8Array(memory)) stream[kBuffer] = next = memory;
  }
  if (!goOn) stopReading(stream, handle);
  return next;
}

/** A handle's `onread`. `this` is the handle. */
function onStreamRead(what) {
  const stream = this[kOwner];
  stream[kUpdateTimer]();
  if (typeof what !== 'number') {
    if (!stream.destroyed && !stream.push(what)) stopReading(stream, this);
    return undefined;
  }
  if (what > 0) return stream.destroyed ? undefined : giveToUser(stream, this, what);
  if (what !== EOF) {
    stream.destroy(errors.errnoException(what, 'read'));
    return undefined;
  }
  if (stream._readableState.endEmitted) {
    stream[kMaybeDestroy]?.();
  } else {
    if (stream[kMaybeDestroy]) stream.on('end', stream[kMaybeDestroy]);
    stream.push(null);
    stream.read(0);
  }
  return undefined;
}

/** A checked number of milliseconds, cut to what timers can wait. */
function timerDuration(msecs, name) {
  const { validateNumber } = require('internal/validators');
  validateNumber(msecs, name);
  if (msecs < 0 || !Number.isFinite(msecs)) throw new errors.ERR_OUT_OF_RANGE(name, 'a non-negative finite number', msecs);
  if (msecs <= TIMEOUT_MAX) return msecs;
  process.emitWarning(
    `${msecs} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${TIMEOUT_MAX}.`, 'TimeoutOverflowWarning');
  return TIMEOUT_MAX;
}

/** A timer that does not keep the program alive. */
function startUnrefTimer(callback, msecs) {
  const timer = new Timeout(callback, msecs, undefined, false, false);
  restartUnref(timer);
  return timer;
}

/** `setTimeout` of sockets and HTTP messages: emits `timeout` after so many milliseconds without activity. */
function setStreamTimeout(msecs, callback) {
  if (this.destroyed) return this;
  this.timeout = msecs;
  const duration = timerDuration(msecs, 'msecs');
  clearTimeout(this[kTimeout]);
  if (duration === 0) {
    if (callback !== undefined) {
      require('internal/validators').validateFunction(callback, 'callback');
      this.removeListener('timeout', callback);
    }
    return this;
  }
  this[kTimeout] = startUnrefTimer(this._onTimeout.bind(this), duration);
  if (callback !== undefined) {
    require('internal/validators').validateFunction(callback, 'callback');
    this.once('timeout', callback);
  }
  return this;
}

module.exports = {
  EOF, kAfterAsyncWrite, kBuffer, kBufferCb, kBufferGen, kMaybeDestroy, kTimeout, kUpdateTimer, onStreamRead, setStreamTimeout, startUnrefTimer, stopReading,
  timerDuration, writeGeneric, writevGeneric,
};
