'use strict';

/** ServerResponse: what the server answers to one request. */

const natives = require('internal/http/binding');
const { OutgoingMessage, kCorked, kOnFinish, kOutHeaders, kSendWhole, kSocket, onFinish, tell } = require('internal/http/outgoing');
const { CHUNKED, checkInvalidHeaderChar, kUniqueHeaders } = require('internal/http/fields');
const { kConnection, kWire } = require('internal/http/symbols');
const { DESTROYED, ENDED, ENDING, ERRORED } = require('internal/streams/writable_state');
const STATUS_CODES = require('internal/http/status');

function ServerResponse(req, options) {
  OutgoingMessage.call(this, options);
  if (req.method === 'HEAD') this._hasBody = false;
  this.req = req;
  if (req.httpVersionMajor < 1 || req.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = CHUNKED.test(req.headers.te);
    this.shouldKeepAlive = false;
  }
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);

const { prototype } = ServerResponse;

prototype._finish = function _finish() {
  tell(this, 'prefinish');
};

prototype.statusCode = 200;
prototype.statusMessage = undefined;
for (const [name, value] of Object.entries({
  sendDate: true, _sent100: false, _expect_continue: false, _maxRequestsPerSocket: 0, _onPendingData: tellConnection,
})) {
  Object.defineProperty(prototype, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}

/** Tells the connection that so many bytes more wait for the response's turn. `this` is the response. */
function tellConnection(delta) {
  this.req.socket?.[kConnection]?.pending(delta);
}

prototype[kOnFinish] = function(response) {
  response[kSocket]?.[kConnection]?.finished(response);
};

/** Tells a response that its connection is gone. `this` is the socket. */
function onSocketClose() {
  const response = this._httpMessage;
  if (!response) return;
  response.destroyed = true;
  response._closed = true;
  response.emit('close');
}

prototype.assignSocket = function assignSocket(socket) {
  if (socket._httpMessage) throw new (require('internal/errors').ERR_HTTP_SOCKET_ASSIGNED)();
  socket._httpMessage = this;
  // The server's own connections listen once, for all of their responses.
  if (!socket[kTellsResponse]) socket.on('close', onSocketClose);
  if (this[kSocket] === null) this[kSocket] = socket;
  else this.socket = socket;
  tell(this, 'socket', socket);
  if (this.outputData.length > 0 || this.finished) this._flush();
};

/** On sockets that have {@link onSocketClose} among their listeners. */
const kTellsResponse = Symbol('kTellsResponse');

prototype.detachSocket = function detachSocket(socket) {
  if (!socket[kTellsResponse]) socket.removeListener('close', onSocketClose);
  socket._httpMessage = null;
  if (this[kCorked] === 0) this[kSocket] = null;
  else this.socket = null;
};

prototype.writeContinue = function writeContinue(cb) {
  this._writeRaw('HTTP/1.1 100 Continue\r\n\r\n', 'ascii', cb);
  this._sent100 = true;
};

prototype.writeProcessing = function writeProcessing(cb) {
  this._writeRaw('HTTP/1.1 102 Processing\r\n\r\n', 'ascii', cb);
};

prototype.writeEarlyHints = function writeEarlyHints(hints, cb) {
  const { validateLinkHeaderValue, validateObject } = require('internal/validators');
  validateObject(hints, 'hints');
  if (hints.link === null || hints.link === undefined) return;
  const link = validateLinkHeaderValue(hints.link);
  if (link.length === 0) return;
  if (checkInvalidHeaderChar(link)) throw new (require('internal/errors').ERR_INVALID_CHAR)('header content', 'Link');
  let head = 'HTTP/1.1 103 Early Hints\r\nLink: ' + link + '\r\n';
  for (const key of Object.keys(hints)) {
    if (key === 'link') continue;
    require('internal/http/fields').validateHeaderName(key);
    require('internal/http/fields').validateHeaderValue(key, hints[key]);
    head += key + ': ' + hints[key] + '\r\n';
  }
  this._writeRaw(head + '\r\n', 'ascii', cb);
};

prototype._implicitHeader = function _implicitHeader() {
  this.writeHead(this.statusCode);
};

prototype.writeHead = function writeHead(statusCode, reason, obj) {
  if (this._header) throw new (require('internal/errors').ERR_HTTP_HEADERS_SENT)('write');
  const code = statusCode | 0;
  if (code < 100 || code > 999) throw new (require('internal/errors').ERR_HTTP_INVALID_STATUS_CODE)(statusCode);
  if (typeof reason === 'string') {
    this.statusMessage = reason;
  } else {
    this.statusMessage ||= STATUS_CODES[code] || 'unknown';
    obj ??= reason;
  }
  this.statusCode = code;
  let headers = obj;
  if (this[kOutHeaders]) {
    if (obj) merge(this, obj);
    headers = this[kOutHeaders];
  }
  if (checkInvalidHeaderChar(this.statusMessage)) throw new (require('internal/errors').ERR_INVALID_CHAR)('statusMessage');
  if (code === 204 || code === 304 || (code >= 100 && code <= 199)) this._hasBody = false;
  // Whoever was not told to go on may or may not send its body: what comes next is not known to be a request.
  if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
  this._storeHeader('HTTP/1.1 ' + code + ' ' + this.statusMessage + '\r\n', headers);
  return this;
};

/** Adds the fields given to writeHead() to those set before; they replace those of the same name. */
function merge(response, headers) {
  if (!Array.isArray(headers)) {
    for (const key of Object.keys(headers)) {
      if (key) response.setHeader(key, headers[key]);
    }
    return;
  }
  const pairs = headers.length > 0 && Array.isArray(headers[0]) ? headers.flat(1) : headers;
  if (pairs.length % 2 !== 0) throw new (require('internal/errors').ERR_INVALID_ARG_VALUE)('headers', headers);
  for (let n = 0; n < pairs.length; n += 2) response.removeHeader(pairs[n]);
  for (let n = 0; n < pairs.length; n += 2) {
    if (pairs[n]) response.appendHeader(pairs[n], pairs[n + 1]);
  }
}

prototype.writeHeader = prototype.writeHead;

const CANNOT_WRITE = DESTROYED | ERRORED | ENDING | ENDED;
const { _implicitHeader, _storeHeader, writeHead } = prototype;

/** Past the socket's own stream, which has nothing waiting then: head and body leave as one write. */
prototype[kSendWhole] = function(chunk, encoding, callback) {
  const socket = this[kSocket];
  const wire = socket?.[kWire];
  if (wire === undefined || socket._httpMessage !== this || this.outputSize !== 0 || this.destroyed || this.strictContentLength ||
    this[kCorked] !== 0) return false;
  const state = socket._writableState;
  if (state.length !== 0 || state.corked !== 0 || (state.bits & CANNOT_WRITE) !== 0 || state.writable === false ||
    socket.connecting) return false;
  let latin1 = false;
  if (typeof chunk === 'string') {
    if (encoding && encoding !== 'utf8' && encoding !== 'utf-8') {
      if (encoding !== 'latin1' && encoding !== 'binary') return false;
      latin1 = true;
    }
  } else if (chunk !== null && !(chunk instanceof Uint8Array)) {
    return false;
  }
  let waits = this._header === null && isOrdinary(this) ? answer(this, wire, chunk, latin1) : -1;
  if (waits < 0) waits = sendMade(this, wire, chunk, latin1);
  if (waits < 0) return false;
  this._headerSent = true;
  if (typeof callback === 'function') this.once('finish', callback);
  this.finished = true;
  this._finish();
  // While some of it waits the message is not finished, and the program may see that.
  if (waits === 0) process.nextTick(onFinish, this);
  else this.outputSize = waits;
  return true;
};

/** Whether a head says no more than what it was given and what all heads of a connection say: then Java can make it. */
function isOrdinary(response) {
  return response.shouldKeepAlive && response._hasBody && response.sendDate && response.useChunkedEncodingByDefault &&
    response._defaultKeepAlive && !response.maxRequestsOnConnectionReached && !response._last && !response._expect_continue &&
    !response._removedConnection && !response._removedTE && !response[kUniqueHeaders] &&
    response._implicitHeader === _implicitHeader && response.writeHead === writeHead && response._storeHeader === _storeHeader;
}

/** @returns {number} how many bytes wait to be sent; -1 if the head has to be made here */
function answer(response, wire, chunk, latin1) {
  const status = response.statusCode;
  if ((status | 0) !== status || status < 200 || status > 999 || status === 204 || status === 304) return -1;
  const reason = response.statusMessage || STATUS_CODES[status] || 'unknown';
  const timeout = response._keepAliveTimeout;
  const waits = natives.answer(wire, response, status, reason, response[kOutHeaders], chunk, latin1,
    timeout ? Math.floor(timeout / 1000) : -1, ~~response._maxRequestsPerSocket, response._removedContLen);
  if (waits >= 0) {
    if (response._removedContLen) response._removedContLen = false;   // it has been set again
    response.statusMessage = reason;
    response._header = natives.answerHead();
  }
  return waits;
}

/** Sends what is left of a head that was made here, or is made now, and the body. @returns {number} as {@link answer} */
function sendMade(response, wire, chunk, latin1) {
  const length = chunk === null ? 0 : typeof chunk !== 'string' ? chunk.byteLength : latin1 ? chunk.length : natives.utf8Length(chunk);
  if (!response._header) {
    response._contentLength = length;
    response._implicitHeader();
  }
  if (chunk !== null && !response._hasBody) return -1;
  let head = response._headerSent ? '' : response._header;
  let tail = '';
  if (response.chunkedEncoding) {
    if (length > 0) {
      head += length.toString(16) + '\r\n';
      tail = '\r\n';
    }
    tail += '0\r\n' + response._trailer + '\r\n';
  } else if (head === '' && length === 0) {
    return -1;
  }
  return natives.send(wire, head, chunk, latin1, response, tail);
}

module.exports = { ServerResponse, kSocket, kTellsResponse, onSocketClose };
