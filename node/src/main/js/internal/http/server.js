'use strict';

/** Server: listens for connections and turns what they bring into 'request' events. */

const net = require('net');
const { connectionListener, expireConnections } = require('internal/http/connection');
const { IncomingMessage } = require('internal/http/incoming');
const { kUniqueHeaders, parseUniqueHeadersOption } = require('internal/http/fields');
const { ServerResponse } = require('internal/http/response');
const { kCaptures, kConnections, kIncomingMessage, kOptimizeEmptyRequests, kServerResponse } = require('internal/http/symbols');

const kConnectionsCheckingInterval = Symbol('http.server.connectionsCheckingInterval');

const DEFAULT_REQUEST_TIMEOUT = 300_000;
const DEFAULT_HEADERS_TIMEOUT = 60_000;
const DEFAULT_KEEP_ALIVE_TIMEOUT = 5000;
const DEFAULT_CHECKING_INTERVAL = 30_000;
const DEFAULT_KEEP_ALIVE_BUFFER = 1000;

/** An option that is an integer of at least 0, or its default. */
function integerOption(options, name, byDefault) {
  const value = options[name];
  if (value === undefined) return byDefault;
  require('internal/validators').validateInteger(value, name, 0);
  return value;
}

function booleanOption(options, name, byDefault) {
  const value = options[name];
  if (value === undefined) return byDefault;
  require('internal/validators').validateBoolean(value, `options.${name}`);
  return value;
}

/** Checks the options of a server and keeps them on it. */
function storeHTTPOptions(options) {
  this[kIncomingMessage] = options.IncomingMessage || IncomingMessage;
  this[kServerResponse] = options.ServerResponse || ServerResponse;
  this[kCaptures] = require('events').captureRejections;
  const { maxHeaderSize } = options;
  if (maxHeaderSize !== undefined) require('internal/validators').validateInteger(maxHeaderSize, 'maxHeaderSize', 0);
  this.maxHeaderSize = maxHeaderSize;
  this.insecureHTTPParser = booleanOption(options, 'insecureHTTPParser', undefined);
  this.requestTimeout = integerOption(options, 'requestTimeout', DEFAULT_REQUEST_TIMEOUT);
  if (options.headersTimeout !== undefined) {
    this.headersTimeout = integerOption(options, 'headersTimeout', 0);
  } else {
    this.headersTimeout = this.requestTimeout > 0 ? Math.min(DEFAULT_HEADERS_TIMEOUT, this.requestTimeout) : DEFAULT_HEADERS_TIMEOUT;
  }
  if (this.requestTimeout > 0 && this.headersTimeout > 0 && this.headersTimeout > this.requestTimeout) {
    throw new (require('internal/errors').ERR_OUT_OF_RANGE)('headersTimeout', '<= requestTimeout', this.headersTimeout);
  }
  this.keepAliveTimeout = integerOption(options, 'keepAliveTimeout', DEFAULT_KEEP_ALIVE_TIMEOUT);
  this.keepAliveTimeoutBuffer = integerOption(options, 'keepAliveTimeoutBuffer', DEFAULT_KEEP_ALIVE_BUFFER);
  this.connectionsCheckingInterval = integerOption(options, 'connectionsCheckingInterval', DEFAULT_CHECKING_INTERVAL);
  this.requireHostHeader = booleanOption(options, 'requireHostHeader', true);
  this.joinDuplicateHeaders = booleanOption(options, 'joinDuplicateHeaders', undefined);
  this.rejectNonStandardBodyWrites = booleanOption(options, 'rejectNonStandardBodyWrites', false);
  this[kOptimizeEmptyRequests] = booleanOption(options, 'optimizeEmptyRequests', false);
  const { shouldUpgradeCallback } = options;
  if (shouldUpgradeCallback !== undefined) {
    require('internal/validators').validateFunction(shouldUpgradeCallback, 'options.shouldUpgradeCallback');
    this.shouldUpgradeCallback = shouldUpgradeCallback;
  } else {
    this.shouldUpgradeCallback = hasUpgradeListener;
  }
}

function hasUpgradeListener() {
  return this.listenerCount('upgrade') > 0;
}

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  } else if (options === null || options === undefined) {
    options = {};
  } else {
    require('internal/validators').validateObject(options, 'options');
  }
  storeHTTPOptions.call(this, options);
  net.Server.call(this, {
    allowHalfOpen: true,
    noDelay: options.noDelay ?? true,
    keepAlive: options.keepAlive,
    keepAliveInitialDelay: options.keepAliveInitialDelay,
    highWaterMark: options.highWaterMark,
  });
  if (requestListener) this.on('request', requestListener);
  // Whether a client that has ended its side still gets its answer.
  this.httpAllowHalfOpen = false;
  this.on('connection', connectionListener);
  this.on('listening', setupConnectionsTracking);
  this.timeout = 0;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = 0;
  this[kUniqueHeaders] = parseUniqueHeadersOption(options.uniqueHeaders);
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

/** Begins to look after the connections: to count them, and to end those that take too long. */
function setupConnectionsTracking() {
  this[kConnections] ??= new Set();
  if (this[kConnectionsCheckingInterval]) clearInterval(this[kConnectionsCheckingInterval]);
  this[kConnectionsCheckingInterval] = setInterval(expireConnections, this.connectionsCheckingInterval, this);
  this[kConnectionsCheckingInterval].unref();
}

function httpServerPreClose(server) {
  server.closeIdleConnections();
  clearInterval(server[kConnectionsCheckingInterval]);
}

Server.prototype.close = function close() {
  httpServerPreClose(this);
  net.Server.prototype.close.apply(this, arguments);
  return this;
};

Server.prototype[Symbol.asyncDispose] = async function() {
  await new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
};

Server.prototype.closeAllConnections = function closeAllConnections() {
  for (const connection of [...this[kConnections] ?? []]) connection.socket.destroy();
};

Server.prototype.closeIdleConnections = function closeIdleConnections() {
  for (const connection of [...this[kConnections] ?? []]) {
    if (connection.isIdle()) connection.socket.destroy();
  }
};

Server.prototype.setTimeout = function setTimeout(msecs, callback) {
  this.timeout = msecs;
  if (callback) this.on('timeout', callback);
  return this;
};

Server.prototype[require('events').captureRejectionSymbol] = function(err, event, ...args) {
  if (event !== 'request') {
    net.Server.prototype[require('events').captureRejectionSymbol]?.call(this, err, event, ...args);
    return;
  }
  const { 1: res } = args;
  if (res.headersSent || res.writableEnded) {
    res.destroy();
    return;
  }
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  res.statusCode = 500;
  res.end(require('internal/http/status')[500]);
};

module.exports = {
  Server, httpServerPreClose, kConnectionsCheckingInterval, setupConnectionsTracking, storeHTTPOptions,
};
