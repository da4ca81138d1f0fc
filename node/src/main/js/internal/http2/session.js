'use strict';

/** `Http2Session`: a connection and its streams. What is a server's or a client's own is in the classes that extend it. */

const errors = require('internal/errors');
const EventEmitter = require('events');
const net = require('net');
const { initResource } = require('internal/async_hooks');
const { clearTimeout } = require('internal/timers');
const { kTimeout, kUpdateTimer, setStreamTimeout } = require('internal/net/stream_base');
const { observed } = require('internal/perf/measure');
const { goesOn } = require('internal/http2/progress');
const { assertIsObject } = require('internal/http2/headers');
const {
  kBoundSession, kDone, kHandle, kIsClient, kLocalSettings, kMaybeDestroy, kOrigins, kRemoteSettings, kServer, kSessions, kSocket,
  kState,
} = require('internal/http2/symbols');

require('internal/http2/receivers');

const natives = binding('http2');

const NO_ERROR = 0;
const INTERNAL_ERROR = 2;
const CANCEL = 8;

const MEGABYTE = 1e6;
const DEFAULT_MEMORY = 10;
const DEFAULT_OUTSTANDING = 10;

const SERVER = 0;
const CLIENT = 1;

const kProxySocket = Symbol('proxy-socket');

/** The options that are limits of Java's, in its order. */
function limitsOf(options) {
  const rated = options.streamResetBurst !== undefined && options.streamResetRate !== undefined;
  return [
    options.maxDeflateDynamicTableSize, options.maxSendHeaderBlockLength, options.peerMaxConcurrentStreams,
    options.maxReservedRemoteStreams, options.paddingStrategy, options.maxHeaderListPairs, options.maxSettings,
    options.maxSessionInvalidFrames, options.maxSessionRejectedStreams,
    options.strictFieldWhitespaceValidation === false ? 0 : 1, rated ? Number(options.streamResetBurst) : undefined,
    rated ? Number(options.streamResetRate) : undefined,
  ];
}

/** At least 1, as Node has it. */
function atLeastOne(value, byDefault) {
  return typeof value === 'number' ? Math.max(1, value) : byDefault;
}

class Http2Session extends EventEmitter {
  constructor(type, options, socket) {
    super();
    if (socket[kBoundSession] !== undefined) throw new errors.ERR_HTTP2_SOCKET_BOUND();
    socket[kBoundSession] = this;
    const ofHandle = socket instanceof net.Socket && (socket._handle || socket.connecting);
    if (!ofHandle) socket = new (require('internal/js_stream_socket'))(socket);
    initResource(this, 'HTTP2SESSION');
    socket.on('error', onSocketError);
    socket.on('close', onSocketClose);
    socket[kBoundSession] = this;
    this[kSocket] = socket;
    this[kHandle] = undefined;
    this[kTimeout] = null;
    this[kProxySocket] = null;
    this[kIsClient] = type === CLIENT;
    this[kState] = {
      alpnProtocol: undefined,
      closed: false,
      destroyCode: NO_ERROR,
      destroyed: false,
      encrypted: undefined,
      goawayCode: null,
      goawayLastStreamID: null,
      maxOutstandingPings: atLeastOne(options.maxOutstandingPings, DEFAULT_OUTSTANDING),
      maxOutstandingSettings: atLeastOne(options.maxOutstandingSettings, DEFAULT_OUTSTANDING),
      maxStreams: 0,
      originSet: undefined,
      pendingAck: 0,
      pendingStreams: new Set(),
      pingRTT: 0,
      pings: [],
      progress: 0,
      ready: false,
      settingsAsked: [],
      start: require('internal/perf/clock').now(),
      streamCount: 0,
      streamTime: 0,
      streams: new Map(),
      strictSingles: options.strictSingleValueFields !== false,
      writeQueueSize: 0,
    };
    if (typeof socket.disableRenegotiation === 'function') socket.disableRenegotiation();
    if (socket.connecting || socket.secureConnecting) {
      socket.once(socket.encrypted ? 'secureConnect' : 'connect', () => {
        try {
          begin(this, socket, type, options);
        } catch (error) {
          socket.destroy(error);
        }
      });
    } else {
      begin(this, socket, type, options);
    }
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = {
      type: this.type,
      closed: this.closed,
      destroyed: this.destroyed,
      state: this.state,
      localSettings: this.localSettings,
      remoteSettings: this.remoteSettings,
    };
    return `Http2Session ${require('internal/util/inspect').inspect(shown, { ...options, depth: depth === null ? null : depth - 1 })}`;
  }

  get connecting() { return !this[kState].ready; }

  get closed() { return this[kState].closed; }

  get destroyed() { return this[kState].destroyed; }

  get encrypted() { return this[kState].encrypted; }

  get alpnProtocol() { return this[kState].alpnProtocol; }

  get pendingSettingsAck() { return this[kState].pendingAck > 0; }

  get type() { return this[kIsClient] ? CLIENT : SERVER; }

  get originSet() {
    if (!this.encrypted || this.destroyed) return undefined;
    return Array.from(this[kOrigins]());
  }

  /** The origins that a client may ask this server for. */
  [kOrigins]() {
    const state = this[kState];
    if (state.originSet === undefined) {
      const { servername, remoteAddress, remotePort } = this[kSocket];
      const host = servername || (remoteAddress.includes(':') ? `[${remoteAddress}]` : remoteAddress);
      state.originSet = new Set([new URL(`https://${host}:${remotePort ?? 443}`).origin]);
    }
    return state.originSet;
  }

  get socket() {
    return this[kProxySocket] ??= require('internal/http2/session_socket').socketProxy(this);
  }

  get state() {
    if (this.connecting || this.destroyed) return {};
    const [effectiveLocalWindowSize, effectiveRecvDataLength, nextStreamID, localWindowSize, lastProcStreamID, remoteWindowSize,
      outboundQueueSize, deflateDynamicTableSize, inflateDynamicTableSize] = natives.sessionState(this[kHandle]);
    return {
      effectiveLocalWindowSize, effectiveRecvDataLength, nextStreamID, localWindowSize, lastProcStreamID, remoteWindowSize,
      outboundQueueSize, deflateDynamicTableSize, inflateDynamicTableSize,
    };
  }

  get localSettings() {
    if (this.connecting || this.destroyed) return {};
    return this[kLocalSettings] ??= require('internal/http2/settings').read(natives, this[kHandle], true, this[kState].customLocal);
  }

  get remoteSettings() {
    if (this.connecting || this.destroyed) return {};
    return this[kRemoteSettings] ??= require('internal/http2/settings').read(natives, this[kHandle], false, this[kState].customRemote);
  }

  setNextStreamID(id) {
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_SESSION();
    require('internal/validators').validateNumber(id, 'id');
    if (id <= 0 || id > 2 ** 32 - 1) throw new errors.ERR_OUT_OF_RANGE('id', '> 0 and <= 4294967295', id);
    natives.setNextStreamID(this[kHandle], id);
  }

  setLocalWindowSize(windowSize) {
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_SESSION();
    require('internal/validators').validateInt32(windowSize, 'windowSize', 0);
    natives.setLocalWindowSize(this[kHandle], windowSize);
  }

  ping(payload, callback) {
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_SESSION();
    const { validateBuffer, validateFunction } = require('internal/validators');
    if (typeof payload === 'function') {
      callback = payload;
      payload = undefined;
    }
    if (payload) {
      validateBuffer(payload, 'payload');
      if (payload.byteLength !== 8) throw new errors.ERR_HTTP2_PING_LENGTH();
    } else {
      payload = undefined;
    }
    validateFunction(callback, 'callback');
    if (this.connecting || this.closed) {
      process.nextTick(callback, new errors.ERR_HTTP2_PING_CANCEL());
      return false;
    }
    return require('internal/http2/acknowledgements').ping(this, payload, callback);
  }

  settings(settings, callback) {
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_SESSION();
    assertIsObject(settings, 'settings');
    const { check, entriesOf } = require('internal/http2/settings');
    check(settings ?? {});
    if (callback !== undefined) require('internal/validators').validateFunction(callback, 'callback');
    this[kState].pendingAck++;
    const { entries, custom } = entriesOf(settings ?? {});
    const submit = () => {
      if (this.destroyed) return;
      this[kUpdateTimer]();
      this[kState].customLocal = [...new Set([...this[kState].customLocal ?? [], ...custom])];
      require('internal/http2/acknowledgements').settings(this, entries, callback);
    };
    if (this.connecting) this.once('connect', submit);
    else submit();
  }

  goaway(code = NO_ERROR, lastStreamID = 0, opaqueData = undefined) {
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_SESSION();
    const { validateBuffer, validateNumber } = require('internal/validators');
    if (opaqueData !== undefined) validateBuffer(opaqueData, 'opaqueData');
    validateNumber(code, 'code');
    validateNumber(lastStreamID, 'lastStreamID');
    const submit = () => {
      if (this.destroyed) return;
      this[kUpdateTimer]();
      natives.goaway(this[kHandle], code, lastStreamID, opaqueData);
    };
    if (this.connecting) this.once('connect', submit);
    else submit();
  }

  destroy(error = NO_ERROR, code = undefined) {
    if (this.destroyed) return;
    if (typeof error === 'number') {
      code = error;
      error = code === NO_ERROR ? undefined : new errors.ERR_HTTP2_SESSION_ERROR(code);
    }
    if (code === undefined && error !== undefined && error !== null) code = INTERNAL_ERROR;
    closeSession(this, code ?? NO_ERROR, error);
  }

  close(callback) {
    if (this.closed || this.destroyed) return;
    this[kState].closed = true;
    if (typeof callback === 'function') this.once('close', callback);
    this.goaway();
    if (this[kHandle] !== undefined) natives.tellWhenFlushed(this[kHandle]);
    this[kMaybeDestroy]();
  }

  /** Destroys a session that is closed and has nothing left to do. */
  [kMaybeDestroy](error) {
    if (this.destroyed) return;
    if (error === undefined || error === null) {
      const { streams, pendingStreams } = this[kState];
      if (!this.closed || streams.size > 0 || pendingStreams.size > 0) return;
      if (this[kHandle] !== undefined && natives.hasPending(this[kHandle])) {
        natives.tellWhenFlushed(this[kHandle]);
        return;
      }
    }
    this.destroy(error ?? undefined);
  }

  [kUpdateTimer]() {
    if (!this.destroyed) this[kTimeout]?.refresh();
  }

  _onTimeout() {
    if (this.destroyed) return;
    if (goesOn(this[kState], this[kHandle])) this[kUpdateTimer]();
    else this.emit('timeout');
  }

  ref() {
    this[kSocket]?.ref?.();
  }

  unref() {
    this[kSocket]?.unref?.();
  }

  /** Java has said goodbye. */
  [kDone]() {
    this[kState].finish?.();
  }

  [EventEmitter.captureRejectionSymbol](error, event, ...args) {
    if (event === 'stream') args[0].destroy(error);
    else this.destroy(error);
  }
}

Http2Session.prototype.setTimeout = setStreamTimeout;

/** The connection is there: its bytes are the protocol's from now on. */
function begin(session, socket, type, options) {
  const state = session[kState];
  if (session.destroyed) {
    process.nextTick(() => session.emit('connect', session, socket));
    return;
  }
  // It may be gone already: its 'close' will tell.
  if (!socket._handle) return;
  state.encrypted = Boolean(socket.encrypted);
  state.alpnProtocol = socket.encrypted ? socket.alpnProtocol : 'h2c';
  state.customRemote = options.remoteCustomSettings ?? [];
  const handle = natives.session(session, type === SERVER, limitsOf(options), state.customRemote,
    (options.maxSessionMemory ?? DEFAULT_MEMORY) * MEGABYTE);
  session[kHandle] = handle;
  state.ready = true;
  session.settings(typeof options.settings === 'object' ? options.settings : {});
  // What came before is the protocol's as well.
  for (let bytes; socket.readableLength > 0 && (bytes = socket.read()) !== null;) natives.receive(handle, bytes);
  natives.consume(handle, socket._handle, socket instanceof require('internal/js_stream_socket'));
  socket._handle.reading = true;
  if (type === SERVER && Array.isArray(options.origins)) session.origin(...options.origins);
  process.nextTick(() => session.emit('connect', session, socket));
}

function closeSession(session, code, error) {
  const state = session[kState];
  state.destroyed = true;
  state.destroyCode = code;
  session.setTimeout(0);
  clearTimeout(session[kTimeout]);
  session.removeAllListeners('timeout');
  if (state.pendingStreams.size > 0 || state.streams.size > 0) {
    const cancel = new errors.ERR_HTTP2_STREAM_CANCEL(error);
    for (const stream of [...state.pendingStreams]) stream.destroy(cancel);
    for (const stream of [...state.streams.values()]) stream.destroy(error);
  }
  const handle = session[kHandle];
  if (handle === undefined) {
    finish(session, error);
    return;
  }
  require('internal/http2/acknowledgements').cancelAll(session);
  state.finish = () => finish(session, error);
  natives.destroySession(handle, code, session[kSocket]?.destroyed !== false);
}

/** Lets go of the socket, and tells the program once that is closed. */
function finish(session, error) {
  const socket = session[kSocket];
  if (session[kHandle] !== undefined && observed.by !== null) require('internal/http2/statistics').sessionEnded(session);
  session[kState].finish = undefined;
  session[kHandle] = undefined;
  session[kSocket] = undefined;
  session[kProxySocket] = null;
  session[kServer]?.[kSessions].delete(session);
  if (socket === undefined) {
    process.nextTick(emitClose, session, error);
    return;
  }
  socket[kBoundSession] = undefined;
  socket[kServer] = undefined;
  // A Duplex that was wrapped.
  if (socket.stream !== undefined) socket.stream[kBoundSession] = undefined;
  if (socket.destroyed) {
    process.nextTick(emitClose, session, error);
    return;
  }
  socket.on('close', () => emitClose(session, error));
  if (session.closed) {
    // The other side's end is to be seen.
    socket.resume();
    socket.end();
  } else {
    socket.destroy(error);
  }
}

function emitClose(session, error) {
  if (error) session.emit('error', error);
  session.emit('close');
}

function onSocketError(error) {
  const session = this[kBoundSession];
  if (session === undefined) return;
  // After a GOAWAY the other side is free to go.
  if (error.code === 'ECONNRESET' && session[kState].goawayCode !== null) session.destroy();
  else session.destroy(error);
}

function onSocketClose() {
  const session = this[kBoundSession];
  if (session === undefined) return;
  const error = session.connecting ? new errors.ERR_SOCKET_CLOSED() : null;
  const { pendingStreams, streams } = session[kState];
  for (const stream of [...streams.values()]) stream.close(CANCEL);
  for (const stream of [...pendingStreams]) stream.close(CANCEL);
  session.close();
  session[kMaybeDestroy](error);
}

module.exports = { CLIENT, Http2Session, SERVER };
