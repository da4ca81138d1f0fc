'use strict';

/** The Server of HTTPS: TLS below, HTTP above. */

const tls = require('tls');
const { connectionListener } = require('internal/http/connection');
const { Server: HttpServer, httpServerPreClose, setupConnectionsTracking, storeHTTPOptions } = require('internal/http/server');
const { kUniqueHeaders, parseUniqueHeadersOption } = require('internal/http/fields');

function Server(opts, requestListener) {
  if (!(this instanceof Server)) return new Server(opts, requestListener);
  let options;
  if (typeof opts === 'function') {
    requestListener = opts;
    options = {};
  } else if (opts === null || opts === undefined) {
    options = {};
  } else {
    require('internal/validators').validateObject(opts, 'options');
    options = { ...opts };
  }
  if (!options.ALPNProtocols && !options.ALPNCallback) options.ALPNProtocols = ['http/1.1'];
  options.noDelay ??= true;
  storeHTTPOptions.call(this, options);
  tls.Server.call(this, options, connectionListener);
  this.httpAllowHalfOpen = false;
  if (requestListener) this.addListener('request', requestListener);
  this.addListener('tlsClientError', onTlsClientError);
  this.timeout = 0;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = 0;
  this[kUniqueHeaders] = parseUniqueHeadersOption(options.uniqueHeaders);
  this.on('listening', setupConnectionsTracking);
}
Object.setPrototypeOf(Server.prototype, tls.Server.prototype);
Object.setPrototypeOf(Server, tls.Server);

function onTlsClientError(error, socket) {
  if (!this.emit('clientError', error, socket)) socket.destroy(error);
}

Server.prototype.closeAllConnections = HttpServer.prototype.closeAllConnections;

Server.prototype.closeIdleConnections = HttpServer.prototype.closeIdleConnections;

Server.prototype.setTimeout = HttpServer.prototype.setTimeout;

Server.prototype.close = function close(...args) {
  httpServerPreClose(this);
  tls.Server.prototype.close.apply(this, args);
  return this;
};

Server.prototype[Symbol.asyncDispose] = HttpServer.prototype[Symbol.asyncDispose];

function createServer(opts, requestListener) {
  return new Server(opts, requestListener);
}

module.exports = { Server, createServer };
