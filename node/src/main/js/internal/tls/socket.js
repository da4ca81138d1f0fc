'use strict';

/** `tls.TLSSocket`: a socket whose bytes are sealed, over a connection of its own, another socket or any Duplex. */

const errors = require('internal/errors');
const net = require('net');
const { Pipe, SOCKET, TCP, kOwner } = require('internal/net/handles');
const { initHandle, kReplaceHandle } = require('internal/net/socket');
const { convertALPNProtocols } = require('internal/tls/alpn');
const { failureOf } = require('internal/tls/failure');
const { TLSWrap } = require('internal/tls/handle');

const kRes = Symbol('res');
const kIsVerified = Symbol('verified');
const kPendingSession = Symbol('pendingSession');
const kDisableRenegotiation = Symbol('disable-renegotiation');
const kALPNCallback = Symbol('alpncallback');
const kPskCallback = Symbol('pskcallback');

function noop() {}

function TLSSocket(socket, opts) {
  const options = { ...opts };
  if (options.ALPNProtocols) convertALPNProtocols(options.ALPNProtocols, options);
  this._tlsOptions = options;
  this._secureEstablished = false;
  this._securePending = false;
  this._newSessionPending = false;
  this._controlReleased = false;
  this.secureConnecting = true;
  this._SNICallback = null;
  this[kALPNCallback] = null;
  this.servername = null;
  this.alpnProtocol = null;
  this.authorized = false;
  this.authorizationError = null;
  this.encrypted = true;
  this[kRes] = null;
  this[kIsVerified] = false;
  this[kPendingSession] = null;

  const wrap = wrapped(socket);
  net.Socket.call(this, {
    handle: this._wrapHandle(wrap, options.handle),
    allowHalfOpen: socket ? socket.allowHalfOpen : options.allowHalfOpen,
    pauseOnCreate: options.pauseOnConnect,
    manualStart: true,
    highWaterMark: options.highWaterMark,
    onread: socket ? null : options.onread,
    signal: options.signal,
  });
  // The handle was made before the socket could have listeners.
  this.on('close', onSocketCloseDestroySSL);
  wrap?.on('close', () => this.destroy());
  this.ssl = this._handle;
  // What was written to the socket below leaves first.
  if (wrap && wrap === socket && wrap.writableLength > 0) {
    this._handle.hold();
    wrap.write('', () => this._handle?.release());
  }
  this._init(socket, wrap);
  if (options.enableTrace) this.enableTrace();
  // Later, so that the caller can add listeners first.
  process.nextTick(initRead, this, socket);
}
Object.setPrototypeOf(TLSSocket.prototype, net.Socket.prototype);
Object.setPrototypeOf(TLSSocket, net.Socket);

const { prototype } = TLSSocket;

/** What is to lie underneath: a socket with a handle as it is, any other Duplex as one. */
function wrapped(socket) {
  if (!socket || (socket instanceof net.Socket && socket._handle)) return socket;
  return new (require('internal/js_stream_socket'))(socket);
}

/** The other socket may have bytes already. */
function initRead(tlsSocket, socket) {
  if (!tlsSocket._handle) return;
  if (socket instanceof net.Socket && socket.readableLength) {
    for (let bytes; (bytes = socket.read()) !== null;) tlsSocket._handle?.receive(bytes);
  }
  if (tlsSocket._handle) tlsSocket.read(0);
}

function onSocketCloseDestroySSL() {
  this._destroySSL();
}

prototype._wrapHandle = function _wrapHandle(wrap, handle) {
  const options = this._tlsOptions;
  handle = wrap ? wrap._handle : handle || (options.pipe ? new Pipe(SOCKET) : new TCP(SOCKET));
  if (!wrap) handle[kOwner] = this;
  const context = options.secureContext || require('tls').createSecureContext(options);
  const result = new TLSWrap(handle, context.context, Boolean(options.isServer));
  result._parentWrap = wrap;
  result._secureContext = context;
  this[kRes] = result;
  return result;
};

/** Another attempt to connect has another handle, which gets what was said to the first. */
prototype[kReplaceHandle] = function(handle) {
  const { servername, ALPNProtocols, session } = this._tlsOptions;
  const previous = this._handle;
  this._handle = this._wrapHandle(null, handle);
  this.ssl = this._handle;
  this._init(null, null, true);
  const name = servername ?? previous?.servername;
  if (name) this.setServername(name);
  if (ALPNProtocols) this._handle.setALPNProtocols(ALPNProtocols);
  if (session) this._handle.setSession(session);
  previous?.close();
  previous?.destroySSL();
  initHandle(this);
};

prototype.disableRenegotiation = function disableRenegotiation() {
  this[kDisableRenegotiation] = true;
};

prototype._destroySSL = function _destroySSL() {
  const handle = this[kRes];
  if (!handle) return;
  handle.destroySSL();
  if (this._handle === handle || this._handle === null || this._handle === undefined) this.ssl = null;
  this[kRes] = null;
};

/** A handle's `onerror`. `this` is the handle. */
function onerror(failure) {
  const owner = this[kOwner];
  if (!owner || owner._hadError) return;
  owner._hadError = true;
  const error = failure === null ? new errors.ConnResetException('socket hang up') : failureOf(failure);
  if (!owner._secureEstablished) {
    owner.destroy(error);
  } else if (owner._tlsOptions.isServer && owner._rejectUnauthorized && /peer did not return a certificate/.test(error.message)) {
    owner.destroy();
  } else {
    owner._emitTLSError(error);
  }
}

/** A client's `onnewsession`. The session counts once the server is known to be the right one. */
function onNewSessionOfClient(sessionId, session) {
  const owner = this[kOwner];
  if (owner[kIsVerified]) owner.emit('session', session);
  else owner[kPendingSession] = session;
}

function onKeylog(line) {
  this[kOwner].emit('keylog', line);
}

function onOcspResponse(response) {
  this[kOwner].emit('OCSPResponse', response);
}

function onHandshakeDoneOfClient() {
  this[kOwner]._finishInit();
}

function onNewListenerForKeylog(event) {
  if (event !== 'keylog') return;
  this[kRes]?.enableKeylogCallback();
  this.removeListener('newListener', onNewListenerForKeylog);
}

function onNewListenerForSession(event) {
  if (event !== 'session') return;
  this[kRes]?.enableSessionCallbacks();
  this.removeListener('newListener', onNewListenerForSession);
}

prototype._init = function _init(socket, wrap, again = false) {
  const options = this._tlsOptions;
  const ssl = this._handle;
  if (!again) this.server = options.server;
  const requestCert = Boolean(options.requestCert) || !options.isServer;
  const rejectUnauthorized = Boolean(options.rejectUnauthorized);
  this._requestCert = requestCert;
  this._rejectUnauthorized = rejectUnauthorized;
  if (requestCert || rejectUnauthorized) ssl.setVerifyMode(requestCert, rejectUnauthorized);
  ssl.onkeylog = onKeylog;
  if (options.isServer) {
    require('internal/tls/server_handshake').prepare(this, ssl, options);
  } else {
    ssl.onhandshakestart = noop;
    ssl.onhandshakedone = onHandshakeDoneOfClient;
    ssl.onocspresponse = onOcspResponse;
    ssl.onnewsession = onNewSessionOfClient;
    if (options.session) ssl.setSession(options.session);
    if (again && this.listenerCount('session') > 0) ssl.enableSessionCallbacks();
    else if (!again) this.on('newListener', onNewListenerForSession);
  }
  ssl.onerror = onerror;
  if (again && this.listenerCount('keylog') > 0) ssl.enableKeylogCallback();
  else if (!again) this.on('newListener', onNewListenerForKeylog);
  if (options.pskCallback) require('internal/tls/psk').prepare(this, ssl, options);
  if (options.requestOCSP) ssl.requestOCSP();
  if (options.ALPNProtocols) {
    ssl.setALPNProtocols(options.ALPNProtocols);
  }
  if (again) return;
  require('internal/tls/keylog_file').attach(this);
  if (options.handshakeTimeout > 0) this.setTimeout(options.handshakeTimeout, this._handleTimeout);
  this.on('error', this._tlsError);
  if (socket) {
    this._parent = socket;
    // Somebody else connects it, or will.
    this.connecting = Boolean(socket.connecting || !socket._handle && wrap?.connecting ||
      socket instanceof net.Socket && !socket._handle && !socket.destroyed);
    if (this.connecting) {
      socket.once('connect', () => {
        this.connecting = false;
        this.emit('connect');
      });
    }
  } else if (!options.handle) {
    this.connecting = true;
  }
};

prototype.renegotiate = function renegotiate(options, callback) {
  const { validateFunction, validateObject } = require('internal/validators');
  validateObject(options, 'options');
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (this.destroyed) return undefined;
  let requestCert = this._requestCert;
  let rejectUnauthorized = this._rejectUnauthorized;
  if (options.requestCert !== undefined) requestCert = Boolean(options.requestCert);
  if (options.rejectUnauthorized !== undefined) rejectUnauthorized = Boolean(options.rejectUnauthorized);
  if (requestCert !== this._requestCert || rejectUnauthorized !== this._rejectUnauthorized) {
    this._handle.setVerifyMode(requestCert, rejectUnauthorized);
    this._requestCert = requestCert;
    this._rejectUnauthorized = rejectUnauthorized;
  }
  const failure = this._handle.renegotiate();
  if (failure !== undefined) {
    if (callback) process.nextTick(callback, failureOf(failure));
    return false;
  }
  if (callback) this.once('secure', () => callback(null));
  return true;
};

prototype.exportKeyingMaterial = function exportKeyingMaterial(length, label, context) {
  const { validateBuffer, validateString, validateUint32 } = require('internal/validators');
  validateUint32(length, 'length', true);
  validateString(label, 'label');
  if (context !== undefined) validateBuffer(context, 'context');
  if (!this._secureEstablished) throw new errors.ERR_TLS_INVALID_STATE();
  const result = this._handle.exportKeyingMaterial(length, label, context);
  if (typeof result === 'object' && 'message' in result) throw failureOf(result);
  return result;
};

prototype._handleTimeout = function _handleTimeout() {
  this._emitTLSError(new errors.ERR_TLS_HANDSHAKE_TIMEOUT());
};

prototype._emitTLSError = function _emitTLSError(err) {
  const e = this._tlsError(err);
  if (e) this.destroy(e);
};

/** What went wrong before the program has the socket is told to its server. */
prototype._tlsError = function _tlsError(err) {
  this.emit('_tlsError', err);
  return this._controlReleased ? err : null;
};

prototype._releaseControl = function _releaseControl() {
  if (this._controlReleased) return false;
  this._controlReleased = true;
  this.removeListener('error', this._tlsError);
  return true;
};

prototype._finishInit = function _finishInit() {
  // It may have been destroyed in the middle of its handshake.
  if (!this._handle) return;
  this.alpnProtocol = this._handle.getALPNNegotiatedProtocol();
  this.servername ??= this._handle.getServername();
  this._secureEstablished = true;
  if (this._tlsOptions.handshakeTimeout > 0) this.setTimeout(0, this._handleTimeout);
  this.emit('secure');
};

prototype._start = function _start() {
  if (this.connecting) {
    this.once('connect', this._start);
    return;
  }
  this._handle?.start();
};

module.exports = { TLSSocket, kALPNCallback, kDisableRenegotiation, kIsVerified, kPendingSession, kPskCallback, kRes };

require('internal/tls/socket_members');
