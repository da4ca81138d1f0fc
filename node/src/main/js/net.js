'use strict';

/** `node:net`: TCP and Unix domain sockets, servers for them, and IP addresses. */

const { defineLazy } = require('internal/lazy_property');
const { Socket } = require('internal/net/socket');
const { isIP: versionOf } = binding('net');

function isIP(input) {
  return versionOf(`${input}`);
}

function isIPv4(input) {
  return isIP(input) === 4;
}

function isIPv6(input) {
  return isIP(input) === 6;
}

function createServer(options, connectionListener) {
  const { Server } = require('internal/net/server');
  return new Server(options, connectionListener);
}

/** `(options)`, `(port[, host])` or `(path)`, and a listener of `connect`. */
function connect(...args) {
  const normalized = require('internal/net/arguments').normalizeArgs(args);
  const [options] = normalized;
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(normalized);
}

function getDefaultAutoSelectFamily() {
  return require('internal/net/defaults').autoSelectFamily;
}

function setDefaultAutoSelectFamily(value) {
  require('internal/validators').validateBoolean(value, 'value');
  require('internal/net/defaults').autoSelectFamily = value;
}

function getDefaultAutoSelectFamilyAttemptTimeout() {
  return require('internal/net/defaults').attemptTimeout;
}

function setDefaultAutoSelectFamilyAttemptTimeout(value) {
  require('internal/validators').validateInt32(value, 'value', 1);
  const defaults = require('internal/net/defaults');
  defaults.attemptTimeout = Math.max(value, defaults.LEAST_ATTEMPT_TIMEOUT);
}

function _createServerHandle(address, port, addressType, fd, flags) {
  return require('internal/net/listen').createServerHandle(address, port, addressType, fd, flags);
}

function _normalizeArgs(args) {
  return require('internal/net/arguments').normalizeArgs(args);
}

module.exports = {
  _createServerHandle,
  _normalizeArgs,
  connect,
  createConnection: connect,
  createServer,
  isIP,
  isIPv4,
  isIPv6,
  Socket,
  Stream: Socket,
  getDefaultAutoSelectFamily,
  setDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout,
};

defineLazy(module.exports, 'BlockList', true, () => require('internal/blocklist').BlockList);
defineLazy(module.exports, 'SocketAddress', true, () => require('internal/socketaddress').SocketAddress);
defineLazy(module.exports, 'Server', true, () => require('internal/net/server').Server);
