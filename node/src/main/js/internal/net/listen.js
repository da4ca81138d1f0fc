'use strict';

/** How a server begins to listen: on a port, a path, a descriptor or a handle. */

const errors = require('internal/errors');
const { Pipe, SERVER, TCP, kOwner } = require('internal/net/handles');
const { isPipeName, normalizeArgs, toNumber } = require('internal/net/arguments');
const { publish } = require('internal/net/channels');
const { handleOf } = require('internal/net/socket');
const { onconnection } = require('internal/net/server');
const sharing = require('internal/cluster/sharing');

const ANY_IPV4 = '0.0.0.0';
const ANY_IPV6 = '::';
const DEFAULT_BACKLOG = 511;

/** Flags of `bind6`, libuv's. */
const IPV6_ONLY = 1;
const REUSE_PORT = 2;

/** Bits of `fchmod`, libuv's. */
const READABLE = 1;
const WRITABLE = 2;

/** `server.listen`. @param {Array} args what it was called with */
function listen(server, args) {
  const [given, callback] = normalizeArgs(args);
  if (server._handle) throw new errors.ERR_SERVER_ALREADY_LISTEN();
  if (callback !== null) server.once('listening', callback);
  const backlogOfArgs = toNumber(args.length > 1 && args[1]) || toNumber(args.length > 2 && args[2]);
  const options = given._handle || given.handle || given;
  const flags = (options.ipv6Only === true ? IPV6_ONLY : 0) | (options.reusePort === true ? REUSE_PORT : 0);
  publish('tracing:net.server.listen:asyncStart', { server, options });
  server._listeningId++;
  if (options instanceof TCP || options instanceof Pipe) {
    server._handle = options;
    begin(server, null, -1, -1, backlogOfArgs, undefined, true);
    return server;
  }
  if (options.signal !== undefined) require('internal/net/signals').abortsServer(server, options.signal);
  if (typeof options.fd === 'number' && options.fd >= 0) {
    begin(server, null, null, null, backlogOfArgs, options.fd);
    return server;
  }
  const noPort = args.length === 0 || typeof args[0] === 'function' || options.port === null ||
    (options.port === undefined && 'port' in options);
  if (noPort) options.port = 0;
  const backlog = options.backlog || backlogOfArgs;
  if (typeof options.port === 'number' || typeof options.port === 'string') {
    listenOnPort(server, options, backlog, flags);
  } else if (options.path && isPipeName(options.path)) {
    listenOnPath(server, options, backlog);
  } else if (!('port' in options) && !('path' in options)) {
    throw new errors.ERR_INVALID_ARG_VALUE('options', options, 'must have the property "port" or "path"');
  } else {
    throw new errors.ERR_INVALID_ARG_VALUE('options', options);
  }
  return server;
}

function listenOnPort(server, options, backlog, flags) {
  require('internal/validators').validatePort(options.port, 'options.port');
  const port = options.port | 0;
  const exclusive = options.reusePort === true ? true : options.exclusive;
  if (options.host) lookupAndListen(server, port, options.host, backlog, exclusive, flags);
  else begin(server, null, port, 4, backlog, undefined, exclusive, flags);
}

function listenOnPath(server, options, backlog) {
  const isOpenToAll = options.readableAll === true || options.writableAll === true;
  if (isOpenToAll && options.path[0] === '\0') {
    throw new errors.ERR_INVALID_ARG_VALUE('options', options,
      'can not set readableAll or writableAllt to true when path is abstract unix socket');
  }
  server._pipeName = options.path;
  const { readableAll, writableAll } = options;
  begin(server, options.path, -1, -1, backlog, undefined, options.exclusive, undefined, { readableAll, writableAll });
  if (!server._handle) return;
  const mode = (options.readableAll === true ? READABLE : 0) | (options.writableAll === true ? WRITABLE : 0);
  if (mode === 0) return;
  const errno = server._handle.fchmod(mode);
  if (errno) {
    server._handle.close();
    server._handle = null;
    throw errors.errnoException(errno, 'uv_pipe_chmod');
  }
}

function lookupAndListen(server, port, host, backlog, exclusive, flags) {
  const id = server._listeningId;
  require('dns').lookup(host, { all: true }, (error, addresses) => {
    // A later call to listen or close has the say.
    if (id !== server._listeningId) return;
    if (error) {
      server.emit('error', error);
      return;
    }
    const { address, family } = addresses.find((entry) => !isLinkLocal(entry)) ?? addresses[0];
    begin(server, address, port, address ? family : 4, backlog, undefined, exclusive, flags);
  });
}

/** `fe80::/10`: needs a zone to be bound to. */
function isLinkLocal({ address, family }) {
  return family === 6 && /^fe[89ab]/i.test(address);
}

function begin(server, address, port, addressType, backlog, fd, exclusive, flags, permissions) {
  if (sharing.getHandle === null || exclusive) {
    server._listen2(address, port, addressType, backlog, fd, flags);
    return;
  }
  require('internal/net/shared_listen').listen(server, { address, port, addressType, fd, flags, backlog, ...permissions });
}

/** A bound handle, or a negative errno. */
function createServerHandle(address, port, addressType, fd, flags) {
  if (typeof fd === 'number' && fd >= 0) return openDescriptor(fd);
  const isPath = port === -1 && addressType === -1;
  const handle = isPath ? new Pipe(SERVER) : new TCP(SERVER);
  let errno = 0;
  if (isPath) {
    if (address) errno = handle.bind(address);
  } else if (!address) {
    errno = handle.bind6(ANY_IPV6, port, flags);
    if (errno) {
      handle.close();
      return createServerHandle(ANY_IPV4, port, undefined, undefined, flags);
    }
  } else if (addressType === 6) {
    errno = handle.bind6(address, port, flags);
  } else {
    errno = handle.bind(address, port, flags);
  }
  if (errno) {
    handle.close();
    return errno;
  }
  return handle;
}

function openDescriptor(fd) {
  let handle;
  try {
    handle = handleOf(fd, SERVER);
  } catch {
    return -require('os').constants.errno.EINVAL;
  }
  const errno = handle.open(fd);
  if (!errno) return handle;
  handle.close();
  return errno;
}

function fail(server, error) {
  publish('tracing:net.server.listen:error', { server, error });
  process.nextTick(emitError, server, error);
}

function emitError(server, error) {
  server.emit('error', error);
}

function emitListening(server) {
  if (server._handle) server.emit('listening');
}

/** Listens in this program. Without an address both families are listened to, where there is IPv6. */
function setUp(server, address, port, addressType, backlog, fd, flags) {
  if (!server._handle) {
    let handle = null;
    if (!address && typeof fd !== 'number') {
      handle = createServerHandle(ANY_IPV6, port, 6, fd, flags);
      if (typeof handle === 'number') {
        handle = null;
        address = ANY_IPV4;
        addressType = 4;
      } else {
        address = ANY_IPV6;
        addressType = 6;
      }
    }
    if (handle === null) handle = createServerHandle(address, port, addressType, fd, flags);
    if (typeof handle === 'number') {
      fail(server, errors.uvExceptionWithHostPort(handle, 'listen', address, port));
      return;
    }
    server._handle = handle;
  }
  const handle = server._handle;
  handle.onconnection = onconnection;
  handle[kOwner] = server;
  const errno = handle.listen(backlog || DEFAULT_BACKLOG);
  if (errno) {
    handle.close();
    server._handle = null;
    fail(server, errors.uvExceptionWithHostPort(errno, 'listen', address, port));
    return;
  }
  server._connectionKey = `${addressType}:${address}:${port}`;
  if (server._unref) server.unref();
  publish('tracing:net.server.listen:asyncEnd', { server });
  process.nextTick(emitListening, server);
}

module.exports = { createServerHandle, listen, setUp };
