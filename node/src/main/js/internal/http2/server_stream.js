'use strict';

/** `ServerHttp2Stream`: a stream on which a request came, or one that was promised. */

const errors = require('internal/errors');
const { date } = require('internal/http/binding');
const {
  PSEUDO_OF_REQUEST, PSEUDO_OF_RESPONSE, assertIsHeaders, assertIsObject, authorityOf, objectOfList, toList,
} = require('internal/http2/headers');
const { kUpdateTimer } = require('internal/net/stream_base');
const { Http2Stream } = require('internal/http2/stream');
const { tell } = require('internal/http2/watched');
const {
  kAuthority, kHandle, kID, kInit, kProceed, kProtocol, kSensitiveHeaders, kSentHeaders, kSentInfoHeaders, kSession, kState,
} = require('internal/http2/symbols');

const natives = binding('http2');

const END_STREAM = 1;
const END_HEADERS = 4;

/** Whether responses of a status have no body. */
function isBodyless(status) {
  return status === 204 || status === 205 || status === 304;
}

function assertOpen(stream) {
  if (stream.destroyed || stream.closed) throw new errors.ERR_HTTP2_INVALID_STREAM();
}

/** What a response's fields are, with those that every response has. @returns {{headers: object, list: object, status: number}} */
function responseFields(stream, given, options) {
  const isList = Array.isArray(given);
  const sendDate = options.sendDate === undefined || options.sendDate === null || options.sendDate;
  let list;
  let headers;
  if (isList) {
    const lower = given.filter((_, n) => n % 2 === 0).map((name) => String(name).toLowerCase());
    list = given.slice();
    if (given[kSensitiveHeaders] !== undefined) list[kSensitiveHeaders] = given[kSensitiveHeaders];
    if (!lower.includes(':status')) list.unshift(':status', 200);
    if (sendDate && !lower.includes('date')) list.push('date', date());
    headers = objectOfList(list);
  } else {
    headers = Object.assign({ __proto__: null }, given);
    headers[':status'] ??= 200;
    if (sendDate) headers.date ??= date();
    list = headers;
  }
  const status = headers[':status'] | 0;
  // Informational statuses have their own way out.
  if (status < 200 || status > 599) throw new errors.ERR_HTTP2_STATUS_INVALID(headers[':status']);
  if (!isList) headers[':status'] = status;
  return { headers, list: toList(list, PSEUDO_OF_RESPONSE, stream[kSession]?.[kState].strictSingles), status };
}

function responseSent(stream, headers, endStream) {
  tell('server', 'finish', { stream, headers, flags: endStream ? END_STREAM | END_HEADERS : END_HEADERS });
}

class ServerHttp2Stream extends Http2Stream {
  constructor(session, handle, options, headers) {
    super(session, options);
    this[kProtocol] = headers[':scheme'];
    this[kAuthority] = authorityOf(headers);
    this[kInit](handle);
    tell('server', 'created', { stream: this, headers });
    tell('server', 'start', { stream: this, headers });
  }

  get headRequest() { return this[kState].headRequest; }

  get pushAllowed() {
    return !this.destroyed && !this.closed && !this.session.closed && !this.session.destroyed && this[kSession].remoteSettings.enablePush;
  }

  [kProceed]() {
    this.respond();
  }

  pushStream(headers, options, callback) {
    if (!this.pushAllowed) throw new errors.ERR_HTTP2_PUSH_DISABLED();
    if (this[kID] % 2 === 0) throw new errors.ERR_HTTP2_NESTED_PUSH();
    if (typeof options === 'function') {
      callback = options;
      options = undefined;
    }
    require('internal/validators').validateFunction(callback, 'callback');
    assertIsObject(options, 'options');
    assertIsObject(headers, 'headers');
    this[kUpdateTimer]();
    const sent = Object.assign({ __proto__: null }, headers);
    sent[':method'] ??= 'GET';
    sent[':authority'] ??= this[kAuthority];
    sent[':scheme'] ??= this[kProtocol];
    sent[':path'] ??= '/';
    const headRequest = sent[':method'] === 'HEAD';
    const endStream = headRequest || Boolean(options?.endStream);
    const { texts, sensitive } = toList(sent, PSEUDO_OF_REQUEST, this[kSession][kState].strictSingles);
    const handle = natives.push(this[kHandle], texts, sensitive);
    if (handle === undefined) {
      process.nextTick(callback, new errors.ERR_HTTP2_OUT_OF_STREAMS());
      return;
    }
    const stream = new ServerHttp2Stream(this[kSession], handle, options, sent);
    stream[kSentHeaders] = sent;
    stream.push(null);
    stream[kState].headRequest = headRequest;
    if (endStream) stream.end();
    process.nextTick(callback, null, stream, sent, 0);
  }

  respond(headers, options) {
    assertOpen(this);
    if (this.headersSent) throw new errors.ERR_HTTP2_HEADERS_SENT();
    const state = this[kState];
    assertIsObject(options, 'options');
    assertIsHeaders(headers);
    this[kUpdateTimer]();
    const fields = responseFields(this, headers, options ?? {});
    const waitForTrailers = Boolean(options?.waitForTrailers);
    const endStream = Boolean(options?.endStream) || isBodyless(fields.status) || this.headRequest;
    state.hasTrailers = waitForTrailers && !endStream;
    state.headersSent = true;
    this[kSentHeaders] = fields.headers;
    natives.headers(this[kHandle], fields.list.texts, fields.list.sensitive, endStream, state.hasTrailers);
    if (endStream) {
      state.shutdown = true;
      this.end();
    }
    responseSent(this, fields.headers, endStream);
  }

  respondWithFD(fd, headers, options) {
    prepareFile(this, options);
    const { FileHandle } = require('internal/fs/file_handle');
    if (typeof fd !== 'number' && !(fd instanceof FileHandle)) throw new errors.ERR_INVALID_ARG_TYPE('fd', ['number', 'FileHandle'], fd);
    require('internal/http2/send_file').sendDescriptor(this, fd, fileFields(this, headers, options), { ...options });
  }

  respondWithFile(path, headers, options) {
    prepareFile(this, options);
    require('internal/http2/send_file').sendFile(this, path, fileFields(this, headers, options), { ...options });
  }

  additionalHeaders(headers) {
    assertOpen(this);
    if (this.headersSent) throw new errors.ERR_HTTP2_HEADERS_AFTER_RESPOND();
    assertIsObject(headers, 'headers');
    const sent = Object.assign({ __proto__: null }, headers);
    if (sent[':status'] !== undefined) {
      const status = sent[':status'] |= 0;
      if (status === 101) throw new errors.ERR_HTTP2_STATUS_101();
      if (status < 100 || status >= 200) throw new errors.ERR_HTTP2_INVALID_INFO_STATUS(sent[':status']);
    }
    this[kUpdateTimer]();
    const { texts, sensitive } = toList(sent, PSEUDO_OF_RESPONSE, this[kSession][kState].strictSingles);
    if (this[kSentInfoHeaders] === undefined) this[kSentInfoHeaders] = [sent];
    else this[kSentInfoHeaders].push(sent);
    natives.headers(this[kHandle], texts, sensitive, false);
  }
}

function prepareFile(stream, options) {
  assertOpen(stream);
  if (stream.headersSent) throw new errors.ERR_HTTP2_HEADERS_SENT();
  assertIsObject(options, 'options');
  for (const [name, type] of [['offset', 'number'], ['length', 'number'], ['statCheck', 'function']]) {
    // eslint-disable-next-line valid-typeof
    if (options?.[name] !== undefined && typeof options[name] !== type) throw new errors.ERR_INVALID_ARG_VALUE(`options.${name}`, options[name]);
  }
  stream[kUpdateTimer]();
}

/** The fields of a response whose body is a file's; there must be room for one. */
function fileFields(stream, given, options) {
  assertIsObject(given, 'headers');
  const { headers, status } = responseFields(stream, given, options ?? {});
  if (isBodyless(status) || stream.headRequest) throw new errors.ERR_HTTP2_PAYLOAD_FORBIDDEN(status);
  if (options?.waitForTrailers) stream[kState].hasTrailers = true;
  return headers;
}

/** Sends the head of a response whose body Java gets from somewhere else than the writable side, which ends. */
function sendHead(stream, headers) {
  const state = stream[kState];
  const { texts, sensitive } = toList(headers, PSEUDO_OF_RESPONSE, stream[kSession][kState].strictSingles);
  state.headersSent = true;
  state.shutdown = true;
  state.sendsFile = true;
  stream[kSentHeaders] = headers;
  natives.headers(stream[kHandle], texts, sensitive, false, state.hasTrailers);
  stream.end();
  responseSent(stream, headers, false);
}

module.exports = { ServerHttp2Stream, sendHead };
