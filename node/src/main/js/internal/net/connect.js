'use strict';

/** Connecting a socket: to a path, an address, or the one address that a name has. Several are tried by `internal/net/attempts`. */

const errors = require('internal/errors');
const { Pipe, PipeConnectWrap, SOCKET, TCP, TCPConnectWrap, kOwner } = require('internal/net/handles');
const { kNormalized, normalizeArgs } = require('internal/net/arguments');
const { Socket, initHandle, kKeepAlive, kKeepAliveDelay, kNoDelay } = require('internal/net/socket');
const measure = require('internal/perf/measure');
const { publish } = require('internal/net/channels');
const { isIP } = binding('net');

const kConnectBegan = Symbol('connectBegan');

/** The `connect` of sockets. @param {Array} args what it was called with */
function connect(socket, args) {
  const normalized = Array.isArray(args[0]) && args[0][kNormalized] ? args[0] : normalizeArgs(args);
  const [options, callback] = normalized;
  publish('net.client.socket', { socket });
  if (socket._parent?.connecting) return socket;
  if (socket.write !== Socket.prototype.write) socket.write = Socket.prototype.write;
  if (socket.destroyed) {
    socket._handle = null;
    socket._peername = undefined;
    socket._sockname = undefined;
  }
  const { path } = options;
  if (options.port === undefined && (path === undefined || path === null)) {
    throw new errors.ERR_MISSING_ARGS(['options', 'port', 'path']);
  }
  if (!socket._handle) {
    socket._handle = path ? new Pipe(SOCKET) : new TCP(SOCKET);
    initHandle(socket);
  }
  if (callback !== null) socket.once('connect', callback);
  socket._unrefTimer();
  socket.connecting = true;
  if (path) {
    require('internal/validators').validateString(path, 'options.path');
    connectNow(socket, path);
  } else {
    lookupAndConnect(socket, options);
  }
  return socket;
}

function lookupAndConnect(socket, options) {
  const target = checkedTarget(options);
  const { host, port, localAddress, localPort } = target;
  const version = typeof host === 'string' ? isIP(host) : 0;
  if (version) {
    process.nextTick(() => {
      if (socket.connecting) connectNow(socket, host, port, version, localAddress, localPort);
    });
    return;
  }
  if (options.lookup !== undefined && options.lookup !== null) {
    require('internal/validators').validateFunction(options.lookup, 'options.lookup');
  }
  const query = { family: familyOf(options.family), hints: options.hints || 0 };
  if (query.family !== 4 && query.family !== 6 && query.hints === 0) query.hints = require('dns').ADDRCONFIG;
  socket._host = host;
  const lookup = options.lookup || require('dns').lookup;
  if (target.autoSelectFamily && query.family !== 4 && query.family !== 6 && !localAddress) {
    require('internal/net/attempts').lookupAndConnectMultiple(socket, lookup, host, options, query, target);
    return;
  }
  lookup(host, query, (error, address, family) => {
    socket.emit('lookup', error, address, family, host);
    if (!socket.connecting) return;
    const failure = error || addressError(address, family, options);
    if (failure) {
      process.nextTick(connectError, socket, failure);
    } else {
      socket._unrefTimer();
      connectNow(socket, address, port, family, localAddress, localPort);
    }
  });
}

function familyOf(family) {
  if (family === 'IPv4') return 4;
  return family === 'IPv6' ? 6 : family;
}

/** The options of a connection to a host, checked. */
function checkedTarget(options) {
  const { validateBoolean, validateInt32, validateNumber, validatePort } = require('internal/validators');
  const { localAddress, localPort } = options;
  let { port, autoSelectFamily, autoSelectFamilyAttemptTimeout } = options;
  const host = options.host || 'localhost';
  if (localAddress && !(typeof localAddress === 'string' && isIP(localAddress))) throw new errors.ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) validateNumber(localPort, 'options.localPort');
  if (port !== undefined) {
    if (typeof port !== 'number' && typeof port !== 'string') {
      throw new errors.ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
    }
    validatePort(port);
  }
  port |= 0;
  const defaults = require('internal/net/defaults');
  if (autoSelectFamily === undefined || autoSelectFamily === null) autoSelectFamily = defaults.autoSelectFamily;
  else validateBoolean(autoSelectFamily, 'options.autoSelectFamily');
  if (autoSelectFamilyAttemptTimeout === undefined || autoSelectFamilyAttemptTimeout === null) {
    autoSelectFamilyAttemptTimeout = defaults.attemptTimeout;
  } else {
    validateInt32(autoSelectFamilyAttemptTimeout, 'options.autoSelectFamilyAttemptTimeout', 1);
    autoSelectFamilyAttemptTimeout = Math.max(autoSelectFamilyAttemptTimeout, defaults.LEAST_ATTEMPT_TIMEOUT);
  }
  return { host, port, localAddress, localPort, autoSelectFamily, timeout: autoSelectFamilyAttemptTimeout };
}

/** What is wrong with what a lookup gave, or undefined. */
function addressError(address, family, options) {
  if (typeof address !== 'string' || !isIP(address)) return new errors.ERR_INVALID_IP_ADDRESS(address);
  if (family !== 4 && family !== 6) return new errors.ERR_INVALID_ADDRESS_FAMILY(family, options.host, options.port);
  return undefined;
}

function connectError(socket, error) {
  socket.destroy(error);
}

/** Binds the handle of a socket that is to connect from a certain address or port. @returns {Error|undefined} */
function bindLocally(handle, family, localAddress, localPort) {
  const address = localAddress || (family === 4 ? '0.0.0.0' : '::');
  const errno = family === 4 ? handle.bind(address, localPort | 0) : handle.bind6(address, localPort | 0, 0);
  const failure = errno || wrongPort(handle, localPort);
  return failure ? errors.exceptionWithHostPort(failure, 'bind', address, localPort) : undefined;
}

/** An address in use is told late by the system: seen by the port that was given instead. */
function wrongPort(handle, port) {
  if (!(port > 0) || !handle.getsockname) return 0;
  const name = {};
  const errno = handle.getsockname(name);
  if (errno) return -require('os').constants.errno.EADDRINUSE;
  return name.port === port ? 0 : -require('os').constants.errno.EADDRINUSE;
}

/** Begins an attempt. @param {number} [family] 4 or 6 for an address; otherwise `address` is a path */
function connectNow(socket, address, port, family, localAddress, localPort) {
  const handle = socket._handle;
  if (localAddress || localPort) {
    const error = bindLocally(handle, family, localAddress, localPort);
    if (error) {
      socket.destroy(error);
      return;
    }
  }
  if (socket.blockList && family && socket.blockList.check(address, `ipv${family}`)) {
    socket.destroy(new errors.ERR_IP_BLOCKED(address));
    return;
  }
  const request = family ? new TCPConnectWrap(handle) : new PipeConnectWrap(handle);
  request.oncomplete = onConnectComplete;
  request.address = address;
  request.port = port;
  request.localAddress = localAddress;
  request.localPort = localPort;
  request.addressType = family;
  if (family) {
    socket[kConnectBegan] = measure.begin('net');
    socket.emit('connectionAttempt', address, port, family);
  }
  const errno = beginConnect(handle, request);
  if (errno) {
    const name = socket._getsockname();
    const details = name ? `${name.address}:${name.port}` : undefined;
    socket.destroy(errors.exceptionWithHostPort(errno, 'connect', address, port, details));
  }
}

function beginConnect(handle, request) {
  const { address, port, addressType } = request;
  if (addressType === 4) return handle.connect(request, address, port);
  return addressType === 6 ? handle.connect6(request, address, port) : handle.connect(request, address);
}

/** What an attempt has failed with. */
function attemptError(request, errno) {
  const { address, port, localAddress, localPort } = request;
  const details = localAddress && localPort ? `${localAddress}:${localPort}` : undefined;
  const error = errors.exceptionWithHostPort(errno, 'connect', address, port, details);
  if (details) {
    error.localAddress = localAddress;
    error.localPort = localPort;
  }
  return error;
}

function onConnectComplete(status, handle, request) {
  const socket = handle[kOwner];
  if (!socket || socket.destroyed) return;
  afterConnect(socket, status, request);
}

function afterConnect(socket, status, request) {
  socket.connecting = false;
  socket._sockname = null;
  if (status !== 0) {
    const error = attemptError(request, status);
    if (request.addressType) socket.emit('connectionAttemptFailed', request.address, request.port, request.addressType, error);
    socket.destroy(error);
    return;
  }
  measure.end(socket[kConnectBegan], 'net', 'connect', { host: request.address, port: request.port });
  socket._unrefTimer();
  const handle = socket._handle;
  if (socket[kNoDelay]) handle.setNoDelay?.(true);
  if (socket[kKeepAlive]) handle.setKeepAlive?.(true, socket[kKeepAliveDelay]);
  socket.emit('connect');
  socket.emit('ready');
  // Begins to read, so that the other side's end is seen.
  if (!socket.isPaused()) socket.read(0);
}

module.exports = { addressError, afterConnect, attemptError, beginConnect, connect, connectError, connectNow, kConnectBegan };
