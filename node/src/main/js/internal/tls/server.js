'use strict';

/** `tls.Server`: listens, shakes hands, and gives out the sockets that are secure. */

const errors = require('internal/errors');
const net = require('net');
const { convertALPNProtocols } = require('internal/tls/alpn');
const { TLSSocket } = require('internal/tls/socket');

const kErrorEmitted = Symbol('error-emitted');
const kHandshakeTimeout = Symbol('handshake-timeout');
const kSNICallback = Symbol('snicallback');
const kPauseOnConnect = Symbol('pauseOnConnect');
const kEnableTrace = Symbol('enableTrace');

const DEFAULT_HANDSHAKE_TIMEOUT = 120_000;
const TICKET_KEYS_LENGTH = 48;

/** The options that make a server's context; they are kept on the server under their names. */
const CONTEXT_OPTIONS = ['pfx', 'key', 'passphrase', 'cert', 'clientCertEngine', 'ca', 'allowPartialTrustChain', 'minVersion', 'maxVersion',
  'secureProtocol', 'crl', 'sigalgs', 'ciphers', 'ecdhCurve', 'dhparam', 'honorCipherOrder', 'secureOptions', 'sessionIdContext',
  'privateKeyIdentifier', 'privateKeyEngine'];

function Server(options, listener) {
  if (!(this instanceof Server)) return new Server(options, listener);
  if (typeof options === 'function') {
    listener = options;
    options = {};
  } else if (options === null || options === undefined) {
    options = {};
  } else if (typeof options !== 'object') {
    throw new errors.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  const { validateBoolean, validateFunction, validateNumber } = require('internal/validators');
  this._contexts = [];
  this.requestCert = options.requestCert === true;
  this.rejectUnauthorized = options.rejectUnauthorized !== false;
  this.ALPNCallback = options.ALPNCallback;
  if (this.ALPNCallback && options.ALPNProtocols) throw new errors.ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS();
  if (options.sessionTimeout) this.sessionTimeout = options.sessionTimeout;
  if (options.ticketKeys) this.ticketKeys = options.ticketKeys;
  if (options.ALPNProtocols) convertALPNProtocols(options.ALPNProtocols, this);
  this.setSecureContext(options);
  this[kHandshakeTimeout] = options.handshakeTimeout || DEFAULT_HANDSHAKE_TIMEOUT;
  this[kSNICallback] = options.SNICallback;
  this[kPauseOnConnect] = Boolean(options.pauseOnConnect);
  validateNumber(this[kHandshakeTimeout], 'options.handshakeTimeout');
  if (this[kSNICallback]) validateFunction(this[kSNICallback], 'options.SNICallback');
  if (this.ALPNCallback) validateFunction(this.ALPNCallback, 'options.ALPNCallback');
  if (options.enableTrace !== undefined) validateBoolean(options.enableTrace, 'options.enableTrace');
  if (options.pskCallback) validateFunction(options.pskCallback, 'options.pskCallback');
  if (options.pskIdentityHint) require('internal/validators').validateString(options.pskIdentityHint, 'options.pskIdentityHint');
  this.pskCallback = options.pskCallback;
  this.pskIdentityHint = options.pskIdentityHint;
  net.Server.call(this, options, onConnection);
  if (listener) this.on('secureConnection', listener);
  this[kEnableTrace] = options.enableTrace;
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

const { prototype } = Server;

function onKeylog(line) {
  this._tlsOptions.server.emit('keylog', line, this);
}

/** The listener of a server's 'connection': `this` is the server. */
function onConnection(rawSocket) {
  const socket = new TLSSocket(rawSocket, {
    secureContext: this._sharedCreds,
    isServer: true,
    server: this,
    requestCert: this.requestCert,
    rejectUnauthorized: this.rejectUnauthorized,
    handshakeTimeout: this[kHandshakeTimeout],
    ALPNProtocols: this.ALPNProtocols,
    ALPNCallback: this.ALPNCallback,
    SNICallback: this[kSNICallback] || contextOf,
    enableTrace: this[kEnableTrace],
    pauseOnConnect: this.pauseOnConnect,
    pskCallback: this.pskCallback,
    pskIdentityHint: this.pskIdentityHint,
  });
  socket.on('secure', onSecure);
  socket[kErrorEmitted] = false;
  socket.on('close', onClose);
  socket.on('_tlsError', onTlsError);
  if (this.listenerCount('keylog') > 0) socket.on('keylog', onKeylog);
}

/** The contexts that addContext() has added, latest first. `this` is the socket. */
function contextOf(servername, callback) {
  const contexts = this.server._contexts;
  for (let i = contexts.length - 1; i >= 0; i--) {
    const [pattern, context] = contexts[i];
    if (pattern.test(servername)) {
      callback(null, context);
      return;
    }
  }
  callback(null, undefined);
}
contextOf.ofContexts = true;

function onSecure() {
  if (this._requestCert) {
    const failure = this._handle.verifyError();
    if (failure) {
      this.authorizationError = failure.code;
      if (this._rejectUnauthorized) this.destroy();
    } else {
      this.authorized = true;
    }
  }
  if (!this.destroyed && this._releaseControl()) {
    this.secureConnecting = false;
    this._tlsOptions.server.emit('secureConnection', this);
  }
}

function onTlsError(error) {
  if (this._controlReleased || this[kErrorEmitted]) return;
  this[kErrorEmitted] = true;
  this._tlsOptions.server.emit('tlsClientError', error, this);
}

function onClose(hadError) {
  if (hadError || this._controlReleased || this[kErrorEmitted]) return;
  this[kErrorEmitted] = true;
  this._tlsOptions.server.emit('tlsClientError', new errors.ConnResetException('socket hang up'), this);
}

/** The name of this program for sessions, lest those of another are taken. */
function defaultSessionIdContext() {
  const { Buffer } = require('buffer');
  return binding('tls').nameOf(Buffer.from(process.argv.join(' '))).toString('hex').slice(0, 32);
}

prototype.setSecureContext = function(options) {
  require('internal/validators').validateObject(options, 'options');
  const chosen = { __proto__: null };
  for (const name of CONTEXT_OPTIONS) {
    let value = options[name] || undefined;
    if (name === 'honorCipherOrder') value = options.honorCipherOrder === undefined ? true : Boolean(options.honorCipherOrder);
    else if (name === 'sessionIdContext') value ||= defaultSessionIdContext();
    else if (name === 'secureOptions') value = options.secureOptions || undefined;
    this[name] = value;
    chosen[name] = value;
  }
  // An empty list of ciphers is a mistake, and no absent one.
  if (options.ciphers === '') chosen.ciphers = this.ciphers = '';
  if (options.sessionTimeout) this.sessionTimeout = options.sessionTimeout;
  if (options.ticketKeys) this.ticketKeys = options.ticketKeys;
  chosen.sessionTimeout = this.sessionTimeout;
  chosen.ticketKeys = this.ticketKeys;
  this._sharedCreds = require('tls').createSecureContext({ ...chosen });
};

prototype._getServerData = function() {
  return { ticketKeys: this.getTicketKeys().toString('hex') };
};

prototype._setServerData = function(data) {
  this.setTicketKeys(require('buffer').Buffer.from(data.ticketKeys, 'hex'));
};

prototype.getTicketKeys = function getTicketKeys() {
  return this._sharedCreds.context.getTicketKeys();
};

prototype.setTicketKeys = function setTicketKeys(keys) {
  require('internal/validators').validateBuffer(keys);
  require('assert')(keys.byteLength === TICKET_KEYS_LENGTH, 'Session ticket keys must be a 48-byte buffer');
  this._sharedCreds.context.setTicketKeys(keys);
};

prototype.addContext = function(servername, context) {
  if (!servername) throw new errors.ERR_TLS_REQUIRED_SERVER_NAME();
  const pattern = servername.replace(/([.^$+?\-\\[\]{}()|])/g, '\\$1').replaceAll('*', '[^.]*');
  const { SecureContext, createSecureContext } = require('tls');
  const secure = context instanceof SecureContext ? context : createSecureContext(context);
  this._contexts.push([new RegExp(`^${pattern}$`, 'i'), secure.context]);
};

prototype[require('events').captureRejectionSymbol] = function(err, event, socket) {
  if (event === 'secureConnection') socket.destroy(err);
  else net.Server.prototype[Symbol.for('nodejs.rejection')].call(this, err, event, socket);
};

function createServer(options, listener) {
  return new Server(options, listener);
}

module.exports = { Server, createServer };
