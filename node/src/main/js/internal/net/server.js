'use strict';

/** `net.Server`: listens for TCP or Unix domain connections. */

const EventEmitter = require('events');
const errors = require('internal/errors');
const { Socket, kKeepAlive, kKeepAliveDelay, kNoDelay } = require('internal/net/socket');
const { kOwner } = require('internal/net/handles');
const { kAsyncId } = require('internal/async_hooks');
const { publish } = require('internal/net/channels');
const { isIP } = binding('net');

const { prototype } = Server;

function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  EventEmitter.call(this);
  if (typeof options === 'function') {
    connectionListener = options;
    options = {};
  } else if (options === undefined || options === null || typeof options === 'object') {
    options = { ...options };
  } else {
    throw new errors.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  if (typeof connectionListener === 'function') this.on('connection', connectionListener);
  checkNumbers(options);
  this._connections = 0;
  this._handle = null;
  this._usingWorkers = false;
  this._workers = [];
  this._unref = false;
  this._listeningId = 1;
  this.allowHalfOpen = options.allowHalfOpen || false;
  this.pauseOnConnect = Boolean(options.pauseOnConnect);
  this.noDelay = Boolean(options.noDelay);
  this.keepAlive = Boolean(options.keepAlive);
  this.keepAliveInitialDelay = ~~(options.keepAliveInitialDelay / 1000);
  this.highWaterMark = options.highWaterMark ?? require('internal/streams/state').getDefaultHighWaterMark(false);
  if (options.blockList) this.blockList = require('internal/blocklist').checked(options.blockList, 'options.blockList');
}

Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

function checkNumbers(options) {
  const { validateNumber } = require('internal/validators');
  if (options.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  if (options.highWaterMark !== undefined) {
    validateNumber(options.highWaterMark, 'options.highWaterMark');
    if (options.highWaterMark < 0) options.highWaterMark = undefined;
  }
}

prototype.listen = function(...args) {
  return require('internal/net/listen').listen(this, args);
};

prototype._listen2 = function(address, port, addressType, backlog, fd, flags) {
  return require('internal/net/listen').setUp(this, address, port, addressType, backlog, fd, flags);
};

/** The addresses of both ends, for the event that tells of a dropped connection. */
function endsOf(handle) {
  if (!handle.getsockname || !handle.getpeername) return undefined;
  const local = {};
  const remote = {};
  handle.getsockname(local);
  handle.getpeername(remote);
  return {
    __proto__: null,
    localAddress: local.address,
    localPort: local.port,
    localFamily: local.family,
    remoteAddress: remote.address,
    remotePort: remote.port,
    remoteFamily: remote.family,
  };
}

function isBlocked(server, handle) {
  if (!server.blockList || typeof handle.getpeername !== 'function') return false;
  const { address } = peerOf(handle);
  const version = address ? isIP(address) : 0;
  return version !== 0 && server.blockList.check(address, `ipv${version}`);
}

function peerOf(handle) {
  const name = {};
  handle.getpeername(name);
  return name;
}

/** A listening handle's `onconnection`. `this` is the handle. */
function onconnection(status, client) {
  const server = this[kOwner];
  if (status) {
    server.emit('error', errors.errnoException(status, 'accept'));
    return;
  }
  const { maxConnections } = server;
  if (maxConnections !== undefined && maxConnections !== null && server._connections >= maxConnections) {
    server.emit('drop', endsOf(client));
    client.close();
    return;
  }
  if (isBlocked(server, client)) {
    client.close();
    return;
  }
  const socket = accepted(server, client);
  server.emit('connection', socket);
  publish('net.server.socket', { socket });
}

function accepted(server, handle) {
  const socket = new Socket({
    handle,
    allowHalfOpen: server.allowHalfOpen,
    pauseOnCreate: server.pauseOnConnect,
    readable: true,
    writable: true,
    readableHighWaterMark: server.highWaterMark,
    writableHighWaterMark: server.highWaterMark,
  });
  if (server.noDelay && handle.setNoDelay) {
    socket[kNoDelay] = true;
    handle.setNoDelay(true);
  }
  if (server.keepAlive && handle.setKeepAlive) {
    socket[kKeepAlive] = true;
    socket[kKeepAliveDelay] = server.keepAliveInitialDelay;
    handle.setKeepAlive(true, server.keepAliveInitialDelay);
  }
  server._connections++;
  socket.server = server;
  socket._server = server;
  return socket;
}

Object.defineProperty(prototype, 'listening', {
  __proto__: null, configurable: true, enumerable: true, get() { return Boolean(this._handle); },
});

Object.defineProperty(prototype, kAsyncId, {
  __proto__: null, configurable: true, get() { return this._handle ? this._handle[kAsyncId] : -1; },
});

/** Where it listens: an object, the path of a Unix domain socket, or null. */
prototype.address = function() {
  if (this._handle?.getsockname) {
    const name = {};
    const errno = this._handle.getsockname(name);
    if (errno) throw errors.errnoException(errno, 'address');
    return name;
  }
  return this._pipeName || null;
};

prototype.getConnections = function(callback) {
  if (this._usingWorkers) require('internal/net/elsewhere').count(this, callback);
  else process.nextTick(callback, null, this._connections);
  return this;
};

prototype.close = function(callback) {
  // A look-up that is under way for a listen before it has no say any more.
  this._listeningId++;
  if (typeof callback === 'function') {
    if (this._handle) this.once('close', callback);
    else this.once('close', () => callback(new errors.ERR_SERVER_NOT_RUNNING()));
  }
  if (this._handle) {
    this._handle.close();
    this._handle = null;
  }
  if (this._usingWorkers) require('internal/net/elsewhere').close(this);
  else this._emitCloseIfDrained();
  return this;
};

prototype[Symbol.asyncDispose] = function() {
  if (!this._handle) return Promise.resolve();
  return new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
};

prototype._emitCloseIfDrained = function() {
  if (this._handle || this._connections) return;
  process.nextTick(emitClose, this);
};

function emitClose(server) {
  server.emit('close');
}

prototype[Symbol.for('nodejs.rejection')] = function(error, event, socket) {
  if (event === 'connection') socket.destroy(error);
  else this.emit('error', error);
};

/** Has some of the server's connections counted where they were sent to. */
prototype._setupWorker = function(sockets) {
  this._usingWorkers = true;
  this._workers.push(sockets);
  sockets.once('exit', () => this._workers.splice(this._workers.indexOf(sockets), 1));
};

prototype.ref = function() {
  this._unref = false;
  this._handle?.ref();
  return this;
};

prototype.unref = function() {
  this._unref = true;
  this._handle?.unref();
  return this;
};

module.exports = { Server, onconnection };
