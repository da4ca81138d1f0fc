'use strict';

/** `ClientHttp2Session`: a connection on which this side asks. */

const errors = require('internal/errors');
const { CLIENT, Http2Session } = require('internal/http2/session');
const { kUpdateTimer } = require('internal/net/stream_base');
const { PSEUDO_OF_REQUEST, assertIsHeaders, assertIsObject, authorityOf, objectOfList, toList } = require('internal/http2/headers');
const { tell } = require('internal/http2/watched');
const {
  kAuthority, kHandle, kInit, kOrigin, kProtocol, kSensitiveHeaders, kSentHeaders, kState,
} = require('internal/http2/symbols');

const natives = binding('http2');

/** Requests whose methods mean nothing with a body have none, unless the program says so. */
const BODYLESS_METHODS = new Set(['GET', 'HEAD', 'DELETE']);

const kPendingRequests = Symbol('pending-request-calls');

let warned = false;

function warnOfPriority() {
  if (warned) return;
  warned = true;
  process.emitWarning('Priority signaling has been deprecated as of RFC 9113.', 'DeprecationWarning', 'DEP0194');
}

function validateRequestOptions(options) {
  const { validateBoolean, validateNumber } = require('internal/validators');
  if (options.weight !== undefined || options.parent !== undefined || options.exclusive !== undefined || options.silent !== undefined) {
    warnOfPriority();
  }
  if (options.parent !== undefined) validateNumber(options.parent, 'options.parent');
  if (options.exclusive !== undefined) validateBoolean(options.exclusive, 'options.exclusive');
  if (options.silent !== undefined) validateBoolean(options.silent, 'options.silent');
  if (options.endStream !== undefined) validateBoolean(options.endStream, 'options.endStream');
}

/** Completes what a program asks for, and says what may not be asked. @param {(name: string, value: string) => void} set */
function complete(session, headers, set) {
  if (headers[':method'] === undefined) set(':method', 'GET');
  const connect = headers[':method'] === 'CONNECT';
  if (!connect || headers[':protocol'] !== undefined) {
    if (authorityOf(headers) === undefined) set(':authority', session[kAuthority]);
    if (headers[':scheme'] === undefined) set(':scheme', session[kProtocol].slice(0, -1));
    if (headers[':path'] === undefined) set(':path', '/');
    return;
  }
  if (headers[':authority'] === undefined) throw new errors.ERR_HTTP2_CONNECT_AUTHORITY();
  if (headers[':scheme'] !== undefined) throw new errors.ERR_HTTP2_CONNECT_SCHEME();
  if (headers[':path'] !== undefined) throw new errors.ERR_HTTP2_CONNECT_PATH();
}

/** @returns {{sent: object, list: object}} the fields as an object, and as they are sent */
function requestFields(session, given) {
  const strict = session[kState].strictSingles;
  if (Array.isArray(given)) {
    const added = [];
    const sent = objectOfList(given);
    const lower = { __proto__: null };
    for (const name of Object.keys(sent)) lower[name.toLowerCase()] = sent[name];
    complete(session, lower, (name, value) => {
      lower[name] = value;
      added.push(name, value);
    });
    const whole = [...added, ...given];
    if (given[kSensitiveHeaders] !== undefined) whole[kSensitiveHeaders] = given[kSensitiveHeaders];
    return { sent: objectOfList(whole), list: toList(whole, PSEUDO_OF_REQUEST, strict) };
  }
  const sent = Object.assign({ __proto__: null }, given);
  complete(session, sent, (name, value) => { sent[name] = value; });
  return { sent, list: toList(sent, PSEUDO_OF_REQUEST, strict) };
}

class ClientHttp2Session extends Http2Session {
  constructor(options, socket) {
    super(CLIENT, options, socket);
    this[kPendingRequests] = null;
  }

  request(given, options) {
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_SESSION();
    if (this.closed) throw new errors.ERR_HTTP2_GOAWAY_SESSION();
    this[kUpdateTimer]();
    if (given !== undefined && given !== null) assertIsHeaders(given);
    assertIsObject(options, 'options');
    options = { ...options };
    validateRequestOptions(options);
    const { sent, list } = requestFields(this, given ?? {});
    options.endStream ??= BODYLESS_METHODS.has(sent[':method']);
    const { ClientHttp2Stream } = require('internal/http2/client_stream');
    const stream = new ClientHttp2Stream(this, undefined, {});
    stream[kSentHeaders] = sent;
    stream[kOrigin] = `${sent[':scheme']}://${authorityOf(sent)}`;
    if (options.endStream) stream.end();
    stream[kState].hasTrailers = Boolean(options.waitForTrailers);
    if (options.signal !== undefined) abortBy(stream, options.signal);
    if (this.connecting) this.#whenConnected(() => startRequest(this, stream, list, options));
    else startRequest(this, stream, list, options);
    tell('client', 'created', { stream, headers: sent });
    return stream;
  }

  /** Has `start` called once the session is connected, in the async context of now. */
  #whenConnected(start) {
    const bound = require('async_hooks').AsyncResource.bind(start, 'PendingRequest');
    if (this[kPendingRequests] !== null) {
      this[kPendingRequests].push(bound);
    } else {
      // One listener for any number of requests.
      this[kPendingRequests] = [bound];
      this.once('connect', () => {
        const pending = this[kPendingRequests];
        this[kPendingRequests] = null;
        for (const each of pending) each();
      });
    }
  }
}

function abortBy(stream, signal) {
  require('internal/validators').validateAbortSignal(signal, 'options.signal');
  const abort = () => stream.destroy(new errors.AbortError(undefined, { cause: signal.reason }));
  if (signal.aborted) {
    abort();
    return;
  }
  const disposable = require('events').addAbortListener(signal, abort);
  stream.once('close', () => disposable[Symbol.dispose]());
}

/** The session is connected: the request can be sent. */
function startRequest(session, stream, { texts, sensitive }, options) {
  if (session.destroyed || stream.destroyed) return;
  if (session.closed) {
    stream.destroy(new errors.ERR_HTTP2_GOAWAY_SESSION());
    return;
  }
  const handle = natives.request(session[kHandle], texts, sensitive, options.endStream, Boolean(options.waitForTrailers));
  if (handle === undefined) {
    stream.destroy(new errors.ERR_HTTP2_OUT_OF_STREAMS());
    return;
  }
  stream[kInit](handle);
  tell('client', 'start', { stream, headers: stream[kSentHeaders] });
}

module.exports = { ClientHttp2Session };
