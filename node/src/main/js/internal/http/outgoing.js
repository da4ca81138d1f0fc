'use strict';

/**
 * OutgoingMessage: a response being sent by the server, a request being sent by the client. What every message runs: its
 * state, writing and ending. Header fields are in `outgoing_fields`, their text in `outgoing_head`.
 */

const { Stream } = require('internal/streams/legacy');
const { getDefaultHighWaterMark } = require('internal/streams/state');

const kBytesWritten = Symbol('kBytesWritten');
const kChunkedBuffer = Symbol('kChunkedBuffer');
const kChunkedLength = Symbol('kChunkedLength');
const kCorked = Symbol('corked');
const kErrored = Symbol('errored');
const kHighWaterMark = Symbol('kHighWaterMark');
const kNeedDrain = Symbol('kNeedDrain');
const kOnFinish = Symbol('kOnFinish');
const kOutHeaders = Symbol('kOutHeaders');
const kRejectNonStandardBodyWrites = Symbol('kRejectNonStandardBodyWrites');
const kSendWhole = Symbol('kSendWhole');
const kSocket = Symbol('kSocket');

const CRLF = '\r\n';

function OutgoingMessage(options) {
  this.outputData = [];
  this.finished = false;
  this._headerSent = false;
  this._header = null;
  this[kSocket] = null;
  this[kOutHeaders] = null;
  this[kHighWaterMark] = options?.highWaterMark ?? getDefaultHighWaterMark(false);
  if (options?.rejectNonStandardBodyWrites) this[kRejectNonStandardBodyWrites] = true;
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream);

const { prototype } = OutgoingMessage;

// What most messages leave as it is: making a message is what a server does most often.
for (const [name, value] of Object.entries({
  outputSize: 0, writable: true, destroyed: false, _last: false, chunkedEncoding: false, shouldKeepAlive: true, sendDate: false,
  _contentLength: null, _hasBody: true, _closed: false, _keepAliveTimeout: 0, _onPendingData: nothing, maxRequestsOnConnectionReached: false, _defaultKeepAlive: true, useChunkedEncodingByDefault: true, _removedConnection: false,
  _removedContLen: false, _removedTE: false, strictContentLength: false, _trailer: '',
})) {
  Object.defineProperty(prototype, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}
prototype[kBytesWritten] = 0;
prototype[kChunkedBuffer] = undefined;
prototype[kChunkedLength] = 0;
prototype[kCorked] = 0;
prototype[kErrored] = null;
prototype[kNeedDrain] = false;
prototype[kOnFinish] = undefined;
prototype[kRejectNonStandardBodyWrites] = false;

function accessor(name, get, set) {
  Object.defineProperty(prototype, name, { __proto__: null, configurable: true, enumerable: false, get, set });
}

/**
 * The short way out for a message that is sent whole by its end(), where its kind has one.
 * @param {string | Uint8Array | null} chunk all (that is left) of the body
 * @returns {boolean} whether it was sent; if not, the usual way is still open
 */
prototype[kSendWhole] = function() {
  return false;
};

const { emit } = prototype;

/** Emits an event. A message that nobody listens to is spared the call, unless somebody has put an emit() of his own there. */
function tell(message, event, value) {
  if (message._events === undefined && message.emit === emit) return;
  if (value === undefined) message.emit(event);
  else message.emit(event, value);
}

accessor('errored', function() { return this[kErrored]; });
accessor('closed', function() { return this._closed; });
accessor('writableFinished', function() {
  return this.finished && this.outputSize === 0 && (!this[kSocket] || this[kSocket].writableLength === 0);
});
accessor('writableObjectMode', () => false);
accessor('writableLength', function() {
  return this.outputSize + this[kChunkedLength] + (this[kSocket] ? this[kSocket].writableLength : 0);
});
accessor('writableHighWaterMark', function() {
  return this[kSocket] ? this[kSocket].writableHighWaterMark : this[kHighWaterMark];
});
accessor('writableCorked', function() { return this[kCorked]; });
accessor('writableEnded', function() { return this.finished; });
accessor('writableNeedDrain', function() { return !this.destroyed && !this.finished && this[kNeedDrain]; });
Object.defineProperty(prototype, 'headersSent', {
  __proto__: null, configurable: true, enumerable: true, get() { return !!this._header; },
});

function socketOf() {
  return this[kSocket];
}
function setSocket(socket) {
  if (this[kSocket] === null) {
    this[kSocket] = socket;
  } else {
    for (let n = 0; n < this[kCorked]; n++) {
      this[kSocket]?.uncork();
      socket?.cork();
    }
    this[kSocket] = socket;
  }
}
accessor('connection', socketOf, setSocket);
accessor('socket', socketOf, setSocket);

prototype.cork = function cork() {
  this[kCorked]++;
  this[kSocket]?.cork();
};

prototype.uncork = function uncork() {
  if (this[kCorked] > 0) this[kCorked]--;
  this[kSocket]?.uncork();
  const waiting = this[kChunkedBuffer];
  if (this[kCorked] > 0 || waiting === undefined || waiting.length === 0) return;
  this[kChunkedBuffer] = undefined;
  // All that was corked leaves as one chunk.
  const callbacks = [];
  this._send(this[kChunkedLength].toString(16) + CRLF, 'latin1', null);
  for (const { chunk, encoding, callback } of waiting) {
    this._send(chunk, encoding, null);
    if (callback) callbacks.push(callback);
  }
  this[kChunkedLength] = 0;
  this._send(CRLF, 'latin1', callbacks.length === 0 ? null : (error) => {
    for (const callback of callbacks) callback(error);
  });
};

prototype.setTimeout = function setTimeout(msecs, callback) {
  if (callback) this.on('timeout', callback);
  if (this[kSocket]) this[kSocket].setTimeout(msecs);
  else this.once('socket', (socket) => socket.setTimeout(msecs));
  return this;
};

prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this[kErrored] = error;
  if (this[kSocket]) this[kSocket].destroy(error);
  else this.once('socket', (socket) => socket.destroy(error));
  return this;
};

/** Sends text or bytes of the body, the head before the first of them. */
prototype._send = function _send(data, encoding, callback, byteLength) {
  if (!this._headerSent && this._header !== null) {
    const header = this._header;
    if (typeof data === 'string' && (encoding === 'utf8' || encoding === 'latin1' || !encoding)) {
      data = header + data;
    } else {
      this.outputData.unshift({ data: header, encoding: 'latin1', callback: null });
      this.outputSize += header.length;
      this._onPendingData(header.length);
    }
    this._headerSent = true;
  }
  return this._writeRaw(data, encoding, callback, byteLength);
};

prototype._writeRaw = function _writeRaw(data, encoding, callback, size) {
  const conn = this[kSocket];
  if (conn?.destroyed) return false;
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  if (conn && conn._httpMessage === this && conn.writable) {
    if (this.outputData.length > 0) this._flushOutput(conn);
    return conn.write(data, encoding, callback);
  }
  // Not this message's turn, or no connection yet.
  this.outputData.push({ data, encoding, callback });
  this.outputSize += data.length;
  this._onPendingData(data.length);
  return this.outputSize < this[kHighWaterMark];
};

function chunkError(chunk) {
  const errors = require('internal/errors');
  return chunk === null ? new errors.ERR_STREAM_NULL_VALUES() :
    new errors.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
}

function checkChunk(chunk) {
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) return;
  throw chunkError(chunk);
}

function lengthOf(chunk, encoding) {
  return typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
}

/** Holds a strict message to the length that it has announced. @param {boolean} last whether nothing follows */
function checkLength(message, written, last) {
  if (!message.strictContentLength || !message._hasBody || message._contentLength === null) return;
  if (message.chunkedEncoding || message._removedContLen) return;
  const total = message[kBytesWritten] + written;
  if (last ? total !== message._contentLength : total > message._contentLength) {
    throw new (require('internal/errors').ERR_HTTP_CONTENT_LENGTH_MISMATCH)(total, message._contentLength);
  }
}

/** Reports a write that cannot be: to its callback and as an event, both later. */
function fail(message, error, callback) {
  if (message.destroyed) return;
  process.nextTick(emitFailure, message, error, callback);
}

function emitFailure(message, error, callback) {
  callback(error);
  if (!message.destroyed) message.emit('error', error);
}

function nothing() {}

prototype.write = function write(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  const more = writeChunk(this, chunk, encoding, callback, false);
  if (!more) this[kNeedDrain] = true;
  return more;
};

/** @param {boolean} last whether end() writes it, so that it is all of the body if nothing came before */
function writeChunk(message, chunk, encoding, callback, last) {
  if (typeof callback !== 'function') callback = nothing;
  checkChunk(chunk);
  if (message.finished || message.destroyed) {
    const errors = require('internal/errors');
    if (message.finished && !message.destroyed) fail(message, new errors.ERR_STREAM_WRITE_AFTER_END(), callback);
    else process.nextTick(callback, message.finished ? new errors.ERR_STREAM_WRITE_AFTER_END() : new errors.ERR_STREAM_DESTROYED('write'));
    return false;
  }
  const length = lengthOf(chunk, encoding);
  if (!message._header) {
    if (last) message._contentLength = length;
    message._implicitHeader();
  }
  if (message.strictContentLength) {
    checkLength(message, length, last);
    message[kBytesWritten] += length;
  }
  if (!message._hasBody) {
    if (message[kRejectNonStandardBodyWrites]) throw new (require('internal/errors').ERR_HTTP_BODY_NOT_ALLOWED)();
    process.nextTick(callback);
    return true;
  }
  const socket = message[kSocket];
  if (!last && socket && !socket.writableCorked) {
    // Writes of one turn leave together.
    socket.cork();
    process.nextTick(uncorkLater, socket);
  }
  if (!message.chunkedEncoding || length === 0) return message._send(chunk, encoding, callback, length);
  if (message[kCorked] > 0 && message._headerSent) {
    (message[kChunkedBuffer] ??= []).push({ chunk, encoding, callback });
    message[kChunkedLength] += length;
    return message[kChunkedLength] < message[kHighWaterMark];
  }
  message._send(length.toString(16) + CRLF, 'latin1', null);
  message._send(chunk, encoding, null, length);
  return message._send(CRLF, 'latin1', callback);
}

function uncorkLater(socket) {
  socket.uncork();
}

function onFinish(message) {
  if (message[kSocket]?._hadError) return;
  message[kOnFinish]?.(message);
  tell(message, 'finish');
}

prototype.end = function end(chunk, encoding, callback) {
  if (!this.finished && typeof chunk !== 'function' && typeof encoding !== 'function' && (chunk || this._header === null) &&
    this[kSendWhole](chunk || null, encoding, callback)) return this;
  return endSlowly(this, chunk, encoding, callback);
};

function endSlowly(message, chunk, encoding, callback) {
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = null;
    encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  const errors = message.finished ? require('internal/errors') : null;
  if (chunk) {
    if (message.finished) {
      fail(message, new errors.ERR_STREAM_WRITE_AFTER_END(), typeof callback !== 'function' ? nothing : callback);
      return message;
    }
    message[kSocket]?.cork();
    writeChunk(message, chunk, encoding, null, true);
  } else if (message.finished) {
    if (typeof callback === 'function') {
      if (message.writableFinished) callback(new errors.ERR_STREAM_ALREADY_FINISHED('end'));
      else message.on('finish', callback);
    }
    return message;
  } else if (!message._header) {
    message[kSocket]?.cork();
    if (!message._header) {
      message._contentLength = 0;
      message._implicitHeader();
    }
  }
  if (typeof callback === 'function') message.once('finish', callback);
  checkLength(message, 0, true);
  const finish = onFinish.bind(undefined, message);
  if (message._hasBody && message.chunkedEncoding) {
    message[kCorked] = Math.min(message[kCorked], 1);
    if (message[kCorked] > 0) message.uncork();
    message._send('0\r\n' + message._trailer + CRLF, 'latin1', finish);
  } else if (!message._headerSent || message.writableLength || chunk) {
    message._send('', 'latin1', finish);
  } else {
    process.nextTick(finish);
  }
  const socket = message[kSocket];
  if (socket) {
    // Fully uncorked, however often it was corked.
    if (socket._writableState) socket._writableState.corked = 1;
    socket.uncork();
  }
  message[kCorked] = 0;
  message.finished = true;
  if (message.outputData.length === 0 && socket && socket._httpMessage === message) message._finish();
  return message;
}

prototype._finish = function _finish() {
  tell(this, 'prefinish');
};

/** Sends what waited for the connection. */
prototype._flush = function _flush() {
  const socket = this[kSocket];
  if (!socket?.writable) return;
  const more = this._flushOutput(socket);
  if (this.finished) {
    this._finish();
  } else if (more && this[kNeedDrain]) {
    this[kNeedDrain] = false;
    this.emit('drain');
  }
};

prototype._flushOutput = function _flushOutput(socket) {
  for (; this[kCorked] > 0; this[kCorked]--) socket.cork();
  const waiting = this.outputData;
  if (waiting.length === 0) return undefined;
  socket.cork();
  let more;
  for (let i = 0; i < waiting.length; i++) {
    const { data, encoding, callback } = waiting[i];
    more = socket.write(data, encoding, callback);
  }
  socket.uncork();
  this.outputData = [];
  this._onPendingData(-this.outputSize);
  this.outputSize = 0;
  return more;
};

prototype._implicitHeader = function _implicitHeader() {
  throw new (require('internal/errors').ERR_METHOD_NOT_IMPLEMENTED)('_implicitHeader()');
};

prototype.flushHeaders = function flushHeaders() {
  if (!this._header) this._implicitHeader();
  this._send('');
};

prototype.pipe = function pipe() {
  // An OutgoingMessage is a Stream without being readable.
  require('internal/streams/destroy').errorOrDestroy(this, new (require('internal/errors').ERR_STREAM_CANNOT_PIPE)());
};

prototype[Stream.captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

module.exports = {
  OutgoingMessage, kBytesWritten, kCorked, kErrored, kHighWaterMark, kNeedDrain, kOnFinish, kOutHeaders, kRejectNonStandardBodyWrites,
  kSendWhole, kSocket, onFinish, tell,
};

require('internal/http/outgoing_fields').define(prototype, kOutHeaders);
require('internal/http/outgoing_head').define(prototype, kOutHeaders);
