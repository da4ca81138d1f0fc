'use strict';

/** `Http2ServerResponse`: a response as handlers written for `http` know it. */

const errors = require('internal/errors');
const { Stream } = require('stream');
const { checkIsHttpToken } = require('internal/http/fields');
const { isConnectionField } = require('internal/http2/headers');
const { dropTrailers } = require('internal/http2/stream');
const { kRequest, kResponse } = require('internal/http2/symbols');

const kBeginSend = Symbol('begin-send');
const kHeaders = Symbol('headers');
const kProxySocket = Symbol('proxySocket');
const kSetHeader = Symbol('setHeader');
const kState = Symbol('state');
const kStream = Symbol('stream');
const kTrailers = Symbol('trailers');

let warnedOfMessage = false;
let warnedOfConnection = false;

function warnOfMessage() {
  if (warnedOfMessage) return;
  warnedOfMessage = true;
  process.emitWarning('Status message is not supported by HTTP/2 (RFC7540 8.1.2.4)', 'UnsupportedWarning');
}

function warnOfConnection() {
  if (warnedOfConnection) return;
  warnedOfConnection = true;
  process.emitWarning('The provided connection header is not valid, the value will be dropped from the header and will never be in use.',
    'UnsupportedWarning');
}

function checkedName(name) {
  require('internal/validators').validateString(name, 'name');
  return name.trim().toLowerCase();
}

function checkField(name, value) {
  if (name === '' || typeof name !== 'string' || (name[0] !== ':' && !checkIsHttpToken(name))) {
    throw new errors.ERR_INVALID_HTTP_TOKEN('Header name', name);
  }
  if (name[0] === ':') throw new errors.ERR_HTTP2_PSEUDOHEADER_NOT_ALLOWED();
  if (value === undefined || value === null) throw new errors.ERR_HTTP2_INVALID_HEADER_VALUE(value, name);
  if (isConnectionField(name, value)) warnOfConnection();
}

/** A `connection` that says nothing is no harm. */
function isDropped(name, value) {
  return name === 'connection' && value !== 'trailers';
}

function onDrain() {
  this[kResponse]?.emit('drain');
}

function onTrailersReady() {
  this.sendTrailers(this[kResponse][kTrailers]);
}

function onClose() {
  const response = this[kResponse];
  if (response === undefined) return;
  const state = response[kState];
  if (this.headRequest !== state.headRequest) return;
  state.closed = true;
  response[kProxySocket] = null;
  this.removeListener('wantTrailers', onTrailersReady);
  this[kResponse] = undefined;
  response.emit('finish');
  response.emit('close');
}

function onTimeout() {
  this[kResponse]?.emit('timeout');
}

class Http2ServerResponse extends Stream {
  constructor(stream, options) {
    super(options);
    this[kState] = { closed: false, ending: false, destroyed: false, headRequest: false, sendDate: true, statusCode: 200 };
    this[kHeaders] = { __proto__: null };
    this[kTrailers] = { __proto__: null };
    this[kStream] = stream;
    this[kProxySocket] = null;
    stream[kResponse] = this;
    this.writable = true;
    this.req = stream[kRequest];
    stream.on('drain', onDrain);
    stream.on('close', onClose);
    stream.on('wantTrailers', onTrailersReady);
    stream.on('timeout', onTimeout);
  }

  // Streams of `http` have it, and some look whether it is there.
  get _header() { return this.headersSent; }

  get writableEnded() { return this[kState].ending; }

  get finished() { return this[kState].ending; }

  get socket() {
    // It is gone with the response.
    if (this[kState].closed) return undefined;
    return this[kProxySocket] ??= require('internal/http2/compat_socket').streamSocket(this[kStream]);
  }

  get connection() { return this.socket; }

  get writableCorked() { return this[kStream].writableCorked; }

  get writableHighWaterMark() { return this[kStream].writableHighWaterMark; }

  get writableFinished() { return this[kStream].writableFinished; }

  get writableLength() { return this[kStream].writableLength; }

  get stream() { return this[kStream]; }

  get headersSent() { return this[kStream].headersSent; }

  get sendDate() { return this[kState].sendDate; }

  set sendDate(bool) { this[kState].sendDate = Boolean(bool); }

  get statusCode() { return this[kState].statusCode; }

  set statusCode(code) {
    code |= 0;
    if (code >= 100 && code < 200) throw new errors.ERR_HTTP2_INFO_STATUS_NOT_ALLOWED();
    if (code < 100 || code > 599) throw new errors.ERR_HTTP2_STATUS_INVALID(code);
    this[kState].statusCode = code;
  }

  get statusMessage() {
    warnOfMessage();
    return '';
  }

  set statusMessage(message) {
    warnOfMessage();
  }

  setTrailer(name, value) {
    name = checkedName(name);
    checkField(name, value);
    this[kTrailers][name] = value;
  }

  addTrailers(headers) {
    for (const name of Object.keys(headers)) this.setTrailer(name, headers[name]);
  }

  getHeader(name) {
    return this[kHeaders][checkedName(name)];
  }

  getHeaderNames() {
    return Object.keys(this[kHeaders]);
  }

  getHeaders() {
    return Object.assign({ __proto__: null }, this[kHeaders]);
  }

  hasHeader(name) {
    return Object.hasOwn(this[kHeaders], checkedName(name));
  }

  removeHeader(name) {
    name = checkedName(name);
    if (this[kStream].headersSent) throw new errors.ERR_HTTP2_HEADERS_SENT();
    if (name === 'date') this[kState].sendDate = false;
    else delete this[kHeaders][name];
  }

  setHeader(name, value) {
    name = checkedName(name);
    if (this[kStream].headersSent) throw new errors.ERR_HTTP2_HEADERS_SENT();
    this[kSetHeader](name, value);
  }

  [kSetHeader](name, value) {
    checkField(name, value);
    if (!isDropped(name, value)) this[kHeaders][name] = value;
  }

  appendHeader(name, value) {
    name = checkedName(name);
    if (this[kStream].headersSent) throw new errors.ERR_HTTP2_HEADERS_SENT();
    this.#append(name, value);
  }

  #append(name, value) {
    checkField(name, value);
    if (isDropped(name, value)) return;
    const headers = this[kHeaders];
    if (headers[name] === undefined) headers[name] = value;
    else headers[name] = [].concat(headers[name], value);
  }

  flushHeaders() {
    if (!this[kState].closed && !this[kStream].headersSent) this.writeHead(this[kState].statusCode);
  }

  writeHead(statusCode, statusMessage, headers) {
    const state = this[kState];
    if (state.closed || this[kStream].destroyed || this[kStream].closed) return this;
    if (this[kStream].headersSent) throw new errors.ERR_HTTP2_HEADERS_SENT();
    if (typeof statusMessage === 'string') warnOfMessage();
    if (headers === undefined && typeof statusMessage === 'object') headers = statusMessage;
    if (Array.isArray(headers)) this.#setList(headers);
    else if (typeof headers === 'object' && headers !== null) {
      for (const name of Object.keys(headers)) this[kSetHeader](checkedName(name), headers[name]);
    }
    state.statusCode = statusCode;
    this[kBeginSend]();
    return this;
  }

  /** Fields in turn, or in pairs. They take the place of those that were set, and may come more than once. */
  #setList(list) {
    const flat = list.length > 0 && Array.isArray(list[0]) ? list.flat(1) : list;
    if (flat.length % 2 !== 0) throw new errors.ERR_INVALID_ARG_VALUE('headers', list);
    for (let n = 0; n < flat.length; n += 2) delete this[kHeaders][checkedName(flat[n])];
    for (let n = 0; n < flat.length; n += 2) this.#append(checkedName(flat[n]), flat[n + 1]);
  }

  cork() {
    this[kStream].cork();
  }

  uncork() {
    this[kStream].uncork();
  }

  write(chunk, encoding, callback) {
    const state = this[kState];
    if (typeof encoding === 'function') {
      callback = encoding;
      encoding = 'utf8';
    }
    let error;
    if (state.ending) error = new errors.ERR_STREAM_WRITE_AFTER_END();
    else if (state.closed) error = new errors.ERR_HTTP2_INVALID_STREAM();
    else if (state.destroyed) return false;
    if (error !== undefined) {
      if (typeof callback === 'function') process.nextTick(callback, error);
      this.destroy(error);
      return false;
    }
    if (!this[kStream].headersSent) this.writeHead(state.statusCode);
    return this[kStream].write(chunk, encoding, callback);
  }

  end(chunk, encoding, callback) {
    const state = this[kState];
    const stream = this[kStream];
    if (typeof chunk === 'function') {
      callback = chunk;
      chunk = null;
    } else if (typeof encoding === 'function') {
      callback = encoding;
      encoding = 'utf8';
    }
    if ((state.closed || state.ending) && state.headRequest === stream.headRequest) {
      if (typeof callback === 'function') process.nextTick(callback);
      return this;
    }
    if (chunk !== null && chunk !== undefined) this.write(chunk, encoding);
    state.headRequest = stream.headRequest;
    state.ending = true;
    if (typeof callback === 'function') {
      if (stream.writableEnded) this.once('finish', callback);
      else stream.once('finish', callback);
    }
    if (!stream.headersSent) this.writeHead(state.statusCode);
    else if (Object.keys(this[kTrailers]).length === 0) dropTrailers(stream);
    if (state.closed || stream.destroyed) onClose.call(stream);
    else stream.end();
    return this;
  }

  destroy(error) {
    if (this[kState].destroyed) return;
    this[kState].destroyed = true;
    this[kStream].destroy(error);
  }

  setTimeout(msecs, callback) {
    if (!this[kState].closed) this[kStream].setTimeout(msecs, callback);
  }

  createPushResponse(headers, callback) {
    require('internal/validators').validateFunction(callback, 'callback');
    if (this[kState].closed) {
      process.nextTick(callback, new errors.ERR_HTTP2_INVALID_STREAM());
      return;
    }
    this[kStream].pushStream(headers, {}, (error, stream) => {
      if (error) callback(error);
      else callback(null, new Http2ServerResponse(stream));
    });
  }

  [kBeginSend]() {
    const state = this[kState];
    const headers = this[kHeaders];
    headers[':status'] = state.statusCode;
    const noTrailers = state.ending && Object.keys(this[kTrailers]).length === 0;
    this[kStream].respond(headers, { endStream: noTrailers, waitForTrailers: true, sendDate: state.sendDate });
  }

  writeContinue() {
    if (this[kStream].headersSent || this[kState].closed) return false;
    this[kStream].additionalHeaders({ ':status': 100 });
    return true;
  }

  writeEarlyHints(hints) {
    const { validateLinkHeaderValue, validateObject } = require('internal/validators');
    validateObject(hints, 'hints');
    const { link, ...headers } = hints;
    const value = validateLinkHeaderValue(link);
    if (value.length === 0 || this[kStream].headersSent || this[kState].closed) return false;
    this[kStream].additionalHeaders({ ...headers, ':status': 103, 'Link': value });
    return true;
  }
}

module.exports = { Http2ServerResponse };
