'use strict';

/** What Java calls when something comes or is done: events of sessions and of streams. Each runs as the resource that it is for. */

const { execution, runInResource } = require('internal/async_hooks');
const { toHeaderObject } = require('internal/http2/headers');
const { NghttpError } = require('internal/http2/nghttp');
const { isWatched, tell } = require('internal/http2/watched');
const { kDone, kHandle, kIsClient, kMaybeDestroy, kOrigin, kOrigins, kRemoteSettings, kState } = require('internal/http2/symbols');
const { kUpdateTimer } = require('internal/net/stream_base');
const { pingAcknowledged, settingsAcknowledged } = require('internal/http2/acknowledgements');
const { NEVER, closeStream } = require('internal/http2/stream');

const natives = binding('http2');

const NO_ERROR = 0;
const REFUSED_STREAM = 7;
const END_STREAM = 1;
const ERR_PROTO = -505;
const MISDIRECTED = 421;

const REQUEST = 0;
const RESPONSE = 1;
const PUSH_RESPONSE = 2;

function emit(emitter, event, ...args) {
  emitter.emit(event, ...args);
}

/** Has `fn` run as the resource that its first argument is. */
function within(fn) {
  return (resource, a, b, c, d, e) => {
    const previous = execution.resource;
    const { events } = execution;
    execution.resource = resource;
    if (events !== null) events.before(resource);
    try {
      fn.call(resource, a, b, c, d, e);
    } finally {
      execution.events?.after(resource);
      execution.resource = previous;
    }
  };
}

/** A request came. `this` is the session. */
function onStream(handle, id, flags, list, sensitive) {
  if (this.destroyed) return;
  this[kUpdateTimer]();
  const headers = toHeaderObject(list, sensitive);
  if (this.closed) {
    natives.reset(handle, REFUSED_STREAM);
    natives.detach(handle);
    return;
  }
  const { ServerHttp2Stream } = require('internal/http2/server_stream');
  const stream = new ServerHttp2Stream(this, handle, {}, headers);
  if (headers[':method'] === 'HEAD') {
    stream[kState].headRequest = true;
    stream.end();
  }
  if ((flags & END_STREAM) !== 0) stream[kState].endAfterHeaders = true;
  process.nextTick(emit, this, 'stream', stream, headers, flags, list);
  if ((flags & END_STREAM) !== 0) stream.push(null);
}

/** The server promises a stream. `this` is the session. */
function onPromise(handle, id, flags, list, sensitive) {
  if (this.destroyed) return;
  this[kUpdateTimer]();
  if (this.closed) {
    natives.reset(handle, REFUSED_STREAM);
    natives.detach(handle);
    return;
  }
  const headers = toHeaderObject(list, sensitive);
  const { ClientHttp2Stream } = require('internal/http2/client_stream');
  const stream = new ClientHttp2Stream(this, handle, {});
  tell('client', 'created', { stream, headers });
  tell('client', 'start', { stream, headers });
  stream.end();
  if ((flags & END_STREAM) !== 0) {
    stream[kState].endAfterHeaders = true;
    stream.push(null);
  }
  process.nextTick(emit, this, 'stream', stream, headers, flags, list);
}

function eventOf(category, status, ended) {
  if (category === RESPONSE) return !ended && status !== undefined && status < 200 ? 'headers' : 'response';
  if (category === PUSH_RESPONSE) return 'push';
  if (status !== undefined && status >= 200) return 'response';
  return ended ? 'trailers' : 'headers';
}

/** Fields came on a stream that is known. `this` is the stream. */
function onHeaders(category, flags, list, sensitive) {
  const { session } = this;
  if (session === undefined || session.destroyed) return;
  this[kUpdateTimer]();
  const headers = toHeaderObject(list, sensitive);
  const ended = (flags & END_STREAM) !== 0;
  const status = headers[':status'];
  const event = eventOf(category, status, ended);
  if (category !== REQUEST && status === MISDIRECTED) session[kState].originSet?.delete(this[kOrigin]);
  process.nextTick(emit, this, event, headers, flags, list);
  if (isWatched() && session[kIsClient] && (event === 'response' || event === 'push')) {
    tell('client', 'finish', { stream: this, headers, flags });
  }
  if (ended) this.push(null);
}

function onData(chunk) {
  if (this.destroyed) return;
  this[kUpdateTimer]();
  if (!this.push(chunk) && this[kHandle] !== undefined) natives.readStop(this[kHandle]);
}

function onEnd() {
  if (this.destroyed) return;
  this[kUpdateTimer]();
  if (this._readableState.endEmitted) {
    this[kMaybeDestroy]();
    return;
  }
  this.on('end', endedReading);
  this.push(null);
  this.read(0);
}

function endedReading() {
  this[kMaybeDestroy]();
}

/** The stream is closed on both sides, or was reset. */
function onClose(code) {
  if (this.destroyed) return;
  if (!this.closed) closeStream(this, code, NEVER);
  if (code !== NO_ERROR || !this.readable) {
    this[kMaybeDestroy](code);
    return;
  }
  this.on('end', endedReading);
  this.push(null);
  // Nobody reads what a server has answered already.
  if (!this.session[kIsClient] && !this[kState].didRead) this.resume();
  else this.read(0);
}

/** All data has left. */
function onTrailers() {
  if (this.destroyed || this.closed) return;
  this[kState].trailersReady = true;
  if (!this.emit('wantTrailers')) this.sendTrailers({});
}

function onWritten(request, status) {
  runInResource(request.stream, request.done, request, [status]);
}

function onSettings() {
  if (this.destroyed) return;
  this[kUpdateTimer]();
  this[kRemoteSettings] = undefined;
  this.emit('remoteSettings', this.remoteSettings);
}

function onSettingsAck() {
  if (!this.destroyed) settingsAcknowledged(this);
}

function onPing(payload) {
  if (this.destroyed) return;
  this[kUpdateTimer]();
  this.emit('ping', payload);
}

function onPingAck(payload) {
  // An answer to nothing is against the rules.
  if (!this.destroyed && !pingAcknowledged(this, payload)) this.destroy(new NghttpError(ERR_PROTO));
}

function onGoaway(code, lastStreamID, data) {
  if (this.destroyed) return;
  const state = this[kState];
  state.goawayCode = code;
  state.goawayLastStreamID = lastStreamID;
  this.emit('goaway', code, lastStreamID, data);
  if (code === NO_ERROR) this.close();
  else this.destroy(new (require('internal/errors').ERR_HTTP2_SESSION_ERROR)(code), NO_ERROR);
}

function onAltsvc(stream, origin, value) {
  if (this.destroyed) return;
  this[kUpdateTimer]();
  process.nextTick(emit, this, 'altsvc', value, origin, stream);
}

function onOrigin(origins) {
  if (this.destroyed) return;
  this[kUpdateTimer]();
  // Only a server that has shown who it is may speak for others.
  if (!this.encrypted) return;
  const originSet = this[kOrigins]();
  for (const origin of origins) originSet.add(origin);
  process.nextTick(emit, this, 'origin', origins);
}

function onFrameError(id, type, code) {
  if (this.destroyed) return;
  const stream = this[kState].streams.get(id);
  const emitter = stream ?? this;
  emitter[kUpdateTimer]();
  emitter.emit('frameError', type, code, id);
  if (stream !== undefined) stream[kState].frameErrorCode = code;   // whoever closes it first
  // A GOAWAY with the reason may be on its way: it comes first.
  setImmediate(() => {
    this[kState].streams.get(id)?.close(code);
    this.close();
  });
}

function onError(errno, code) {
  this.destroy(new NghttpError(errno, code));
}

const receivers = [
  onStream, onPromise, onHeaders, onData, onEnd, onClose, onTrailers, onWritten,
  onSettings, onSettingsAck, onPing, onPingAck, onGoaway, onAltsvc, onOrigin, onFrameError, onError,
  function onDone() { this[kDone](); },
  function onFlushed() { this[kMaybeDestroy](); },
];

natives.setup(receivers.map((fn) => (fn === onWritten ? fn : within(fn))), Buffer.prototype);
