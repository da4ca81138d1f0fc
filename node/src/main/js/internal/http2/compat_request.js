'use strict';

/** `Http2ServerRequest`: a request as handlers written for `http` know it. */

const errors = require('internal/errors');
const { Readable } = require('stream');
const { authorityOf } = require('internal/http2/headers');
const { kRequest } = require('internal/http2/symbols');

const kAborted = Symbol('aborted');
const kHeaders = Symbol('headers');
const kProxySocket = Symbol('proxySocket');
const kRawHeaders = Symbol('rawHeaders');
const kRawTrailers = Symbol('rawTrailers');
const kState = Symbol('state');
const kStream = Symbol('stream');
const kTrailers = Symbol('trailers');

function onTrailers(trailers, flags, rawTrailers) {
  const request = this[kRequest];
  if (request === undefined) return;
  Object.assign(request[kTrailers], trailers);
  request[kRawTrailers].push(...rawTrailers);
}

function onEnd() {
  this[kRequest]?.push(null);
}

/** What goes wrong with the stream is the stream's to tell. */
function onError() {}

function onAborted() {
  const request = this[kRequest];
  if (request === undefined || request[kState].closed) return;
  request[kAborted] = true;
  request.emit('aborted');
}

function onClose() {
  const request = this[kRequest];
  if (request === undefined) return;
  const state = request[kState];
  state.closed = true;
  request.push(null);
  // Nobody wanted it.
  if (!state.didRead && !request._readableState.resumeScheduled) request.resume();
  request[kProxySocket] = null;
  this[kRequest] = undefined;
  request.emit('close');
}

function onTimeout() {
  this[kRequest]?.emit('timeout');
}

function onData(chunk) {
  const request = this[kRequest];
  if (request !== undefined && !request.push(chunk)) this.pause();
}

function onPause() {
  this[kStream].pause();
}

function onResume() {
  this[kStream].resume();
}

function resumeStream(stream) {
  stream.resume();
}

class Http2ServerRequest extends Readable {
  constructor(stream, headers, options, rawHeaders) {
    super({ autoDestroy: false, ...options });
    this[kState] = { closed: false, didRead: false };
    this[kHeaders] = headers;
    this[kRawHeaders] = rawHeaders;
    this[kTrailers] = {};
    this[kRawTrailers] = [];
    this[kStream] = stream;
    this[kAborted] = false;
    this[kProxySocket] = null;
    stream[kRequest] = this;
    stream.on('trailers', onTrailers);
    stream.on('end', onEnd);
    stream.on('error', onError);
    stream.on('aborted', onAborted);
    stream.on('close', onClose);
    stream.on('timeout', onTimeout);
    this.on('pause', onPause);
    this.on('resume', onResume);
  }

  get aborted() { return this[kAborted]; }

  get complete() { return this[kAborted] || this.readableEnded || this[kState].closed || this[kStream].destroyed; }

  get stream() { return this[kStream]; }

  get headers() { return this[kHeaders]; }

  get rawHeaders() { return this[kRawHeaders]; }

  get trailers() { return this[kTrailers]; }

  get rawTrailers() { return this[kRawTrailers]; }

  get httpVersionMajor() { return 2; }

  get httpVersionMinor() { return 0; }

  get httpVersion() { return '2.0'; }

  get socket() {
    return this[kProxySocket] ??= require('internal/http2/compat_socket').streamSocket(this[kStream]);
  }

  get connection() { return this.socket; }

  _read() {
    const state = this[kState];
    if (!state.didRead) {
      state.didRead = true;
      this[kStream].on('data', onData);
    } else {
      process.nextTick(resumeStream, this[kStream]);
    }
  }

  get method() { return this[kHeaders][':method']; }

  set method(method) {
    require('internal/validators').validateString(method, 'method');
    if (method.trim() === '') throw new errors.ERR_INVALID_ARG_VALUE('method', method);
    this[kHeaders][':method'] = method;
  }

  get authority() { return authorityOf(this[kHeaders]); }

  get scheme() { return this[kHeaders][':scheme']; }

  get url() { return this[kHeaders][':path']; }

  set url(url) { this[kHeaders][':path'] = url; }

  setTimeout(msecs, callback) {
    if (!this[kState].closed) this[kStream].setTimeout(msecs, callback);
    return this;
  }
}

module.exports = { Http2ServerRequest };
