'use strict';

/**
 * Connecting to a name that has several addresses ("happy eyeballs", RFC 8305): one address after the other, by turns of IPv6 and
 * IPv4, the next begun when the one before has failed or taken its time. Node's documentation: `socket.connect`, `autoSelectFamily`.
 */

const errors = require('internal/errors');
const { SOCKET, TCP, TCPConnectWrap } = require('internal/net/handles');
const { addressError, afterConnect, attemptError, beginConnect, connectError, connectNow, kConnectBegan } = require('internal/net/connect');
const { replaceHandle } = require('internal/net/socket');
const { clearTimeout, setTimeout } = require('timers');
const measure = require('internal/perf/measure');
const { isIP } = binding('net');

/** The attempts of one socket. */
class Attempts {
  constructor(socket, addresses, { port, localPort, timeout }) {
    this.socket = socket;
    this.addresses = addresses;
    this.port = port;
    this.localPort = localPort;
    this.timeout = timeout;
    this.current = 0;
    this.errors = [];
    this.timer = undefined;
  }
}

function lookupAndConnectMultiple(socket, lookup, host, options, query, target) {
  query.all = true;
  lookup(host, query, (error, found) => {
    if (!socket.connecting) return;
    if (error) {
      socket.emit('lookup', error, undefined, undefined, host);
      process.nextTick(connectError, socket, error);
      return;
    }
    const addresses = usable(socket, found, host);
    if (addresses === undefined) return;
    if (addresses.length === 0) {
      const [{ address, family }] = found;
      process.nextTick(connectError, socket, addressError(address, family, options));
      return;
    }
    socket._unrefTimer();
    if (addresses.length === 1) {
      const [{ address, family }] = addresses;
      connectNow(socket, address, target.port, family, target.localAddress, target.localPort);
      return;
    }
    socket.autoSelectFamilyAttemptedAddresses = [];
    attempt(new Attempts(socket, addresses, target), false);
  });
}

/** The addresses that can be tried, each once, by turns of both families. @returns {Array|undefined} undefined when it is over */
function usable(socket, found, host) {
  const families = new Map();
  const seen = new Set();
  for (const entry of found) {
    const { address, family } = entry;
    socket.emit('lookup', null, address, family, host);
    if (!socket.connecting) return undefined;
    if (typeof address !== 'string' || !isIP(address) || (family !== 4 && family !== 6) || seen.has(address)) continue;
    seen.add(address);
    if (!families.has(family)) families.set(family, []);
    families.get(family).push(entry);
  }
  const [first = [], second = []] = families.values();
  const turns = [];
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    if (i < first.length) turns.push(first[i]);
    if (i < second.length) turns.push(second[i]);
  }
  return turns;
}

/** Tries the next address. */
function attempt(attempts, isCanceled) {
  clearTimeout(attempts.timer);
  const { socket, addresses, port } = attempts;
  if (socket._aborted) return;
  if (isCanceled || attempts.current === addresses.length) {
    giveUp(attempts);
    return;
  }
  const index = attempts.current++;
  if (index > 0) replaceHandle(socket, new TCP(SOCKET));
  const { address, family } = addresses[index];
  const handle = socket._handle;
  if (attempts.localPort) {
    const local = family === 4 ? '0.0.0.0' : '::';
    const errno = family === 4 ? handle.bind(local, attempts.localPort) : handle.bind6(local, attempts.localPort, 0);
    if (errno) return failed(attempts, null, errors.exceptionWithHostPort(errno, 'bind', local, attempts.localPort));
  }
  const request = new TCPConnectWrap(handle);
  request.address = address;
  request.port = port;
  request.addressType = family;
  request.oncomplete = (status) => settled(attempts, index, handle, request, status);
  if (socket.blockList?.check(address, `ipv${family}`)) {
    failed(attempts, request, new errors.ERR_IP_BLOCKED(address));
    return;
  }
  socket.autoSelectFamilyAttemptedAddresses.push(`${address}:${port}`);
  socket[kConnectBegan] = measure.begin('net');
  socket.emit('connectionAttempt', address, port, family);
  const errno = beginConnect(handle, request);
  if (errno) {
    const name = socket._getsockname();
    failed(attempts, request, errors.exceptionWithHostPort(errno, 'connect', address, port, name && `${name.address}:${name.port}`));
  } else if (index < addresses.length - 1) {
    attempts.timer = setTimeout(timedOut, attempts.timeout, attempts, request, handle);
  }
}

function giveUp({ socket, errors: failures }) {
  if (failures.length === 0) {
    socket.destroy(new errors.ERR_SOCKET_CONNECTION_TIMEOUT());
    return;
  }
  const error = new AggregateError(failures);
  error.code = failures[0].code;
  socket.destroy(error);
}

function failed(attempts, request, error) {
  attempts.errors.push(error);
  if (request !== null) {
    attempts.socket.emit('connectionAttemptFailed', request.address, request.port, request.addressType, error);
  }
  attempt(attempts, false);
}

function timedOut(attempts, request, handle) {
  const { socket } = attempts;
  socket.emit('connectionAttemptTimeout', request.address, request.port, request.addressType);
  request.oncomplete = undefined;
  attempts.errors.push(attemptError(request, -require('os').constants.errno.ETIMEDOUT));
  handle.close();
  if (socket.connecting) attempt(attempts, false);
}

function settled(attempts, index, handle, request, status) {
  const { socket } = attempts;
  clearTimeout(attempts.timer);
  if (status !== 0) {
    const error = attemptError(request, status);
    attempts.errors.push(error);
    socket.emit('connectionAttemptFailed', request.address, request.port, request.addressType, error);
    if (socket.connecting) attempt(attempts, status === -require('os').constants.errno.ECANCELED);
    return;
  }
  if (index !== attempts.current - 1) {
    // Another one has taken its place already.
    handle.close();
    return;
  }
  if (!socket.destroyed) afterConnect(socket, status, request);
}

module.exports = { lookupAndConnectMultiple };
