'use strict';

/** `tls.connect`: a client's socket, whose server is checked before the program gets it. */

const errors = require('internal/errors');
const net = require('net');
const { TLSSocket, kIsVerified, kPendingSession } = require('internal/tls/socket');

const kConnectOptions = Symbol('connect-options');

let warnedOfUnauthorized = false;
let warnedOfAddress = false;

/** Whether the environment says that any certificate will do. */
function allowsUnauthorized() {
  if (process.env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return false;
  if (!warnedOfUnauthorized) {
    warnedOfUnauthorized = true;
    process.emitWarning("Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections and HTTPS requests " +
      'insecure by disabling certificate verification.');
  }
  return true;
}

/** `(options)`, `(path[, options])` or `(port[, host][, options])`, with a callback at the end or without. */
function normalized(args) {
  const [options, callback] = net._normalizeArgs(args);
  // net knows only where to connect to: what else there is stands behind it.
  if (args[1] !== null && typeof args[1] === 'object') Object.assign(options, args[1]);
  else if (args[2] !== null && typeof args[2] === 'object') Object.assign(options, args[2]);
  return { options, callback };
}

function connect(...args) {
  const tls = require('tls');
  const { options: given, callback } = normalized(args);
  const options = {
    rejectUnauthorized: !allowsUnauthorized(),
    ciphers: tls.DEFAULT_CIPHERS,
    checkServerIdentity: tls.checkServerIdentity,
    minDHSize: 1024,
    ...given,
  };
  if (!options.keepAlive) options.singleUse = true;
  const { validateFunction, validateNumber } = require('internal/validators');
  validateFunction(options.checkServerIdentity, 'options.checkServerIdentity');
  validateNumber(options.minDHSize, 'options.minDHSize', 1);
  const secureContext = options.secureContext || tls.createSecureContext(options);
  const socket = new TLSSocket(options.socket, {
    allowHalfOpen: options.socket ? Boolean(options.socket.allowHalfOpen) : options.allowHalfOpen,
    pipe: Boolean(options.path),
    secureContext,
    isServer: false,
    requestCert: true,
    rejectUnauthorized: options.rejectUnauthorized !== false,
    session: options.session,
    ALPNProtocols: options.ALPNProtocols,
    requestOCSP: options.requestOCSP,
    enableTrace: options.enableTrace,
    pskCallback: options.pskCallback,
    highWaterMark: options.highWaterMark,
    onread: options.onread,
    signal: options.signal,
  });
  options.rejectUnauthorized = options.rejectUnauthorized !== false;
  socket[kConnectOptions] = options;
  if (callback) socket.once('secureConnect', callback);
  if (!options.socket) {
    if (options.timeout) socket.setTimeout(options.timeout);
    socket.connect(options, socket._start);
  }
  socket._releaseControl();
  if (options.session) socket.setSession(options.session);
  if (options.servername) nameServer(socket, options.servername);
  if (options.socket) socket._start();
  socket.on('secure', onConnectSecure);
  socket.prependListener('end', onConnectEnd);
  return socket;
}

function nameServer(socket, servername) {
  if (!warnedOfAddress && net.isIP(servername)) {
    warnedOfAddress = true;
    process.emitWarning('Setting the TLS ServerName to an IP address is not permitted by RFC 6066. This will be ignored in a future version.',
      'DeprecationWarning', 'DEP0123');
  }
  socket.setServername(servername);
}

function onConnectSecure() {
  const options = this[kConnectOptions];
  const key = this.getEphemeralKeyInfo();
  if (key.type === 'DH' && key.size < options.minDHSize) {
    this.destroy(new errors.ERR_TLS_DH_PARAM_SIZE(key.size));
    return;
  }
  let failure = this._handle.verifyError();
  // A session that goes on was checked when it began.
  if (!failure && !this.isSessionReused()) {
    const hostname = options.servername || options.host || options.socket?._host || 'localhost';
    failure = options.checkServerIdentity(hostname, this.getPeerCertificate(true));
  }
  if (failure) {
    this.authorized = false;
    this.authorizationError = failure.code || failure.message;
    if (options.rejectUnauthorized !== false) {
      this.destroy(failure);
      return;
    }
  } else {
    this.authorized = true;
  }
  this.secureConnecting = false;
  this.emit('secureConnect');
  this[kIsVerified] = true;
  const session = this[kPendingSession];
  this[kPendingSession] = null;
  if (session) this.emit('session', session);
  this.removeListener('end', onConnectEnd);
}

/** The server has ended the connection in the middle of its handshake. */
function onConnectEnd() {
  if (this._hadError) return;
  const options = this[kConnectOptions];
  this._hadError = true;
  const error = new errors.ConnResetException('Client network socket disconnected before secure TLS connection was established');
  error.path = options.path;
  error.host = options.host;
  error.port = options.port;
  error.localAddress = options.localAddress;
  this.destroy(error);
}

module.exports = { connect };
