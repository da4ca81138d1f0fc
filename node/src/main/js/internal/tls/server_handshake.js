'use strict';

/** What a server is asked while it shakes hands: for a session of before, a certificate for a name, its status, a protocol. */

const errors = require('internal/errors');
const { kOwner } = require('internal/net/handles');
const { kALPNCallback, kDisableRenegotiation } = require('internal/tls/socket');

function prepare(socket, ssl, options) {
  ssl.onhandshakestart = onHandshakeStart;
  ssl.onhandshakedone = onHandshakeDone;
  ssl.onclienthello = loadSession;
  ssl.oncertcb = loadSNI;
  ssl.onnewsession = onNewSession;
  ssl.lastHandshakeTime = 0;
  ssl.handshakes = 0;
  const { server } = options;
  if (options.ALPNCallback) {
    require('internal/validators').validateFunction(options.ALPNCallback, 'options.ALPNCallback');
    socket[kALPNCallback] = options.ALPNCallback;
    ssl.onalpn = chooseProtocol;
    ssl.enableALPNCb();
  }
  if (server) {
    if (server.listenerCount('resumeSession') > 0 || server.listenerCount('newSession') > 0) ssl.enableSessionCallbacks();
    if (server.listenerCount('OCSPRequest') > 0) ssl.enableCertCb();
  }
  const { SNICallback } = options;
  if (SNICallback && (SNICallback.ofContexts !== true || server?._contexts.length)) {
    require('internal/validators').validateFunction(SNICallback, 'options.SNICallback');
    socket._SNICallback = SNICallback;
    ssl.enableCertCb();
  }
}

/** Counts the handshakes that a client asks for: each costs the server more than the client. `this` is the handle. */
function onHandshakeStart(now) {
  const tls = require('tls');
  const isFirst = this.lastHandshakeTime === 0;
  if (now - this.lastHandshakeTime >= tls.CLIENT_RENEG_WINDOW * 1000) this.handshakes = 0;
  this.lastHandshakeTime = now || 1;
  if (isFirst) return;
  const owner = this[kOwner];
  if (++this.handshakes > tls.CLIENT_RENEG_LIMIT) {
    owner._emitTLSError(new errors.ERR_TLS_SESSION_ATTACK());
  } else if (owner[kDisableRenegotiation]) {
    owner._emitTLSError(new errors.ERR_TLS_RENEGOTIATION_DISABLED());
  }
}

function onHandshakeDone() {
  const owner = this[kOwner];
  // The program keeps the new session first.
  if (owner._newSessionPending) owner._securePending = true;
  else owner._finishInit();
}

/** A callback that may be called once, while there is a handle. */
function onceWith(socket, use) {
  let called = false;
  return (error, value) => {
    if (called) {
      socket.destroy(new errors.ERR_MULTIPLE_CALLBACK());
      return;
    }
    called = true;
    if (error) socket.destroy(error);
    else if (!socket._handle) socket.destroy(new errors.ERR_SOCKET_CLOSED());
    else use(value);
  };
}

function loadSession({ sessionId, tlsTicket }) {
  const owner = this[kOwner];
  const onSession = onceWith(owner, (session) => {
    if (session) owner._handle.loadSession(session);
    owner._handle.endParser();
  });
  // A ticket is its own session, and one without an id can't be asked for.
  if (sessionId.length === 0 || tlsTicket || (owner.server && !owner.server.emit('resumeSession', sessionId, onSession))) {
    owner._handle?.endParser();
  }
}

function loadSNI(info) {
  const owner = this[kOwner];
  const { servername } = info;
  // Whoever is told that the handshake has failed wants to know for what.
  if (servername) owner.servername = servername;
  if (!servername || !owner._SNICallback) {
    requestOCSP(owner, info);
    return;
  }
  owner._SNICallback(servername, onceWith(owner, (context) => {
    if (context) owner._handle.sni_context = context.context || context;
    requestOCSP(owner, info);
  }));
}

function requestOCSP(socket, { OCSPRequest }) {
  const { server } = socket;
  if (!OCSPRequest || !server || server.listenerCount('OCSPRequest') === 0) {
    requestDone(socket);
    return;
  }
  let context = socket._handle.sni_context || server._sharedCreds;
  if (context.context) context = context.context;
  const onResponse = onceWith(socket, (response) => {
    if (response) socket._handle.setOCSPResponse(response);
    requestDone(socket);
  });
  server.emit('OCSPRequest', context.getCertificate(), context.getIssuer(), onResponse);
}

function requestDone(socket) {
  try {
    socket._handle.certCbDone();
  } catch (error) {
    socket.destroy(error);
  }
}

function onNewSession(sessionId, session) {
  const owner = this[kOwner];
  if (!owner.server) return;
  let called = false;
  const done = () => {
    if (called) return;
    called = true;
    owner._newSessionPending = false;
    if (owner._securePending) owner._finishInit();
    owner._securePending = false;
  };
  owner._newSessionPending = true;
  if (!owner.server.emit('newSession', sessionId, session, done)) done();
}

/** @returns {string|undefined} one of the client's protocols */
function chooseProtocol(servername, protocols) {
  const owner = this[kOwner];
  const chosen = owner[kALPNCallback]({ servername: servername ?? false, protocols });
  if (chosen === undefined) return undefined;
  if (protocols.includes(chosen)) return chosen;
  // The program's mistake, not the connection's.
  throw new errors.ERR_TLS_ALPN_CALLBACK_INVALID_RESULT(chosen, protocols);
}

module.exports = { prepare };
