'use strict';

/** Servers of HTTP/2: over plain connections, and over TLS, where a client that knows only HTTP/1.1 may be served as well. */

const errors = require('internal/errors');
const EventEmitter = require('events');
const net = require('net');
const { assertIsObject } = require('internal/http2/headers');
const { ServerHttp2Session } = require('internal/http2/server_session');
const { kOptions, kServer, kSessions } = require('internal/http2/symbols');

const DEFAULT_UNKNOWN_PROTOCOL_TIMEOUT = 10_000;
const MOST_CUSTOM_SETTINGS = 10;

const REFUSAL = 'HTTP/1.0 403 Forbidden\r\nContent-Type: text/plain\r\n\r\n' +
  'Missing ALPN Protocol, expected `h2` to be available.\n' +
  'If this is a HTTP request: The server was not configured with the `allowHTTP1` option or a listener for the `unknownProtocol` event.\n';

function checkCustomSettings(options) {
  if (options.remoteCustomSettings === undefined) return;
  options.remoteCustomSettings = [...options.remoteCustomSettings];
  if (options.remoteCustomSettings.length > MOST_CUSTOM_SETTINGS) throw new errors.ERR_HTTP2_TOO_MANY_CUSTOM_SETTINGS();
}

function initializeOptions(given) {
  assertIsObject(given, 'options');
  const options = { ...given };
  assertIsObject(options.settings, 'options.settings');
  options.settings = { ...options.settings };
  checkCustomSettings(options);
  const { validateUint32 } = require('internal/validators');
  if (options.maxSessionInvalidFrames !== undefined) validateUint32(options.maxSessionInvalidFrames, 'maxSessionInvalidFrames');
  if (options.maxSessionRejectedStreams !== undefined) validateUint32(options.maxSessionRejectedStreams, 'maxSessionRejectedStreams');
  if (options.unknownProtocolTimeout === undefined) options.unknownProtocolTimeout = DEFAULT_UNKNOWN_PROTOCOL_TIMEOUT;
  else validateUint32(options.unknownProtocolTimeout, 'unknownProtocolTimeout');
  return options;
}

function initializeTLSOptions(given, servername) {
  const options = initializeOptions(given);
  if (!options.ALPNCallback) {
    options.ALPNProtocols = ['h2'];
    if (options.allowHTTP1 === true) options.ALPNProtocols.push('http/1.1');
  }
  if (servername !== undefined && !options.servername) options.servername = servername;
  return options;
}

function onSessionStream(stream, headers, flags, rawHeaders) {
  this[kServer]?.emit('stream', stream, headers, flags, rawHeaders);
}

function onSessionError(error) {
  this[kServer]?.emit('sessionError', error, this);
}

function onSessionTimeout() {
  if (this.destroyed || this[kServer] === undefined) return;
  if (!this[kServer].emit('timeout', this)) this.destroy();
}

/** A client that has not agreed to speak HTTP/2. */
function refuse(server, socket, options) {
  if (server.emit('unknownProtocol', socket)) return;
  const timer = setTimeout(() => {
    if (!socket.destroyed) socket.destroy();
  }, options.unknownProtocolTimeout);
  timer.unref();
  socket.once('close', () => clearTimeout(timer));
  // In words that it might understand.
  socket.end(REFUSAL);
}

/** The listener of a server's connections: `this` is the server. */
function connectionListener(socket) {
  const options = this[kOptions];
  if (socket.alpnProtocol === false || socket.alpnProtocol === 'http/1.1') {
    if (options.allowHTTP1 === true) require('internal/http/connection').connectionListener.call(this, socket);
    else refuse(this, socket, options);
    return;
  }
  const session = new ServerHttp2Session(options, socket, this);
  session.on('stream', onSessionStream);
  session.on('error', onSessionError);
  if (this.timeout) session.setTimeout(this.timeout, onSessionTimeout);
  socket[kServer] = this;
  this.emit('session', session);
}

/** Requests and responses are made of streams once somebody wants them. */
function onNewListener(event) {
  if (event !== 'request') return;
  this.removeListener('newListener', onNewListener);
  const { Http2ServerRequest, Http2ServerResponse } = this[kOptions];
  const compat = require('internal/http2/compat');
  this.on('stream', compat.onServerStream.bind(this, Http2ServerRequest ?? compat.requestClass(), Http2ServerResponse ?? compat.responseClass()));
}

function prepare(server, options, listener) {
  server[kOptions] = options;
  server[kSessions] = new Set();
  server.timeout = 0;
  server.on('newListener', onNewListener);
  if (typeof listener === 'function') server.on('request', listener);
}

function closeSessions(server) {
  for (const session of [...server[kSessions]]) session.close();
}

/** What a rejected promise of a listener's comes to. */
function onRejection(base, server, error, event, args) {
  if (event === 'stream') {
    const [stream] = args;
    if (stream.sentHeaders) {
      stream.destroy(error);
    } else {
      stream.respond({ ':status': 500 });
      stream.end();
    }
  } else if (event === 'request') {
    const [, response] = args;
    if (response.headersSent || response.finished) {
      response.destroy();
      return;
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.statusCode = 500;
    response.end(require('internal/http/status')[500]);
  } else {
    base.prototype[EventEmitter.captureRejectionSymbol]?.call(server, error, event, ...args);
  }
}

const members = {
  setTimeout(msecs, callback) {
    this.timeout = msecs;
    if (callback !== undefined) {
      require('internal/validators').validateFunction(callback, 'callback');
      this.on('timeout', callback);
    }
    return this;
  },

  updateSettings(settings) {
    assertIsObject(settings, 'settings');
    require('internal/http2/settings').check(settings);
    this[kOptions].settings = { ...this[kOptions].settings, ...settings };
  },
};

function define(Class, methods) {
  for (const name of Object.keys(methods)) {
    Object.defineProperty(Class.prototype, name, { __proto__: null, configurable: true, writable: true, value: methods[name] });
  }
}

async function dispose(server) {
  await new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

class Http2Server extends net.Server {
  constructor(given, listener) {
    const options = initializeOptions(given);
    super(options, connectionListener);
    prepare(this, options, listener);
  }

  close(...args) {
    super.close(...args);
    closeSessions(this);
    return this;
  }

  async [Symbol.asyncDispose]() {
    await dispose(this);
  }

  [EventEmitter.captureRejectionSymbol](error, event, ...args) {
    onRejection(net.Server, this, error, event, args);
  }
}

define(Http2Server, members);

let secureServer;

/** The class of servers over TLS, made when the first one is. */
function secureServerClass() {
  return secureServer ??= makeSecureServer();
}

function makeSecureServer() {
  const tls = require('tls');
  class Http2SecureServer extends tls.Server {
    constructor(given, listener) {
      const options = initializeTLSOptions(given);
      super(options, connectionListener);
      prepare(this, options, listener);
      if (options.allowHTTP1 === true) require('internal/http2/fallback').prepare(this, options);
      this.on('tlsClientError', onTlsClientError);
    }

    close(...args) {
      if (this[kOptions].allowHTTP1 === true) require('internal/http/server').httpServerPreClose(this);
      super.close(...args);
      closeSessions(this);
      return this;
    }

    async [Symbol.asyncDispose]() {
      await dispose(this);
    }

    closeIdleConnections() {
      if (this[kOptions].allowHTTP1 === true) require('internal/http/server').Server.prototype.closeIdleConnections.call(this);
    }

    [EventEmitter.captureRejectionSymbol](error, event, ...args) {
      onRejection(tls.Server, this, error, event, args);
    }
  }
  define(Http2SecureServer, members);
  return Http2SecureServer;
}

function onTlsClientError(error, socket) {
  if (!this.emit('clientError', error, socket)) socket.destroy(error);
}

function createServer(options, handler) {
  if (typeof options === 'function') {
    handler = options;
    options = {};
  }
  return new Http2Server(options, handler);
}

function createSecureServer(options, handler) {
  const Http2SecureServer = secureServerClass();
  return new Http2SecureServer(options, handler);
}

module.exports = { checkCustomSettings, createSecureServer, createServer, initializeOptions, initializeTLSOptions };
