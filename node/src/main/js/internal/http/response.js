'use strict';

/** ServerResponse: what the server answers to one request. */

const { OutgoingMessage, kOutHeaders, kSocket } = require('internal/http/outgoing');
const { CHUNKED, checkInvalidHeaderChar } = require('internal/http/fields');
const STATUS_CODES = require('internal/http/status');

function ServerResponse(req, options) {
  OutgoingMessage.call(this, options);
  if (req.method === 'HEAD') this._hasBody = false;
  this.req = req;
  this.sendDate = true;
  this._sent100 = false;
  this._expect_continue = false;
  if (req.httpVersionMajor < 1 || req.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = CHUNKED.test(req.headers.te);
    this.shouldKeepAlive = false;
  }
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);

const { prototype } = ServerResponse;

prototype._finish = function _finish() {
  OutgoingMessage.prototype._finish.call(this);
};

prototype.statusCode = 200;
prototype.statusMessage = undefined;
Object.defineProperty(prototype, '_maxRequestsPerSocket', {
  __proto__: null, value: 0, writable: true, enumerable: false, configurable: true,
});

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
  this.socket = socket;
  this.emit('socket', socket);
  if (this.outputData.length > 0 || this.finished) this._flush();
};

/** On sockets that have {@link onSocketClose} among their listeners. */
const kTellsResponse = Symbol('kTellsResponse');

prototype.detachSocket = function detachSocket(socket) {
  if (!socket[kTellsResponse]) socket.removeListener('close', onSocketClose);
  socket._httpMessage = null;
  this.socket = null;
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

module.exports = { ServerResponse, kSocket, kTellsResponse, onSocketClose };
