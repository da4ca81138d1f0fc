'use strict';

/** The handles under UDP sockets, and the state of a socket. */

const errors = require('internal/errors');
const natives = binding('dgram');
const { execution, initResource, kAsyncId, nothing } = require('internal/async_hooks');

const kStateSymbol = Symbol('state symbol');

/** The socket that a handle belongs to. */
const kOwner = Symbol('owner_symbol');

function onMessage(handle, length, bytes, sender) {
  execution.resource = handle;
  try {
    if (length < 0) handle.onerror(length, handle);
    else handle.onmessage(length, handle, bytes, sender);
  } finally {
    execution.resource = nothing;
  }
}

function onComplete(request, status, sent) {
  execution.resource = request;
  try {
    request.oncomplete?.(status, sent);
  } finally {
    execution.resource = nothing;
  }
}

natives.receivers(onMessage, onComplete);

class UDP {
  constructor() {
    natives.attach(this);
    initResource(this, 'UDPWRAP');
  }

  getAsyncId() {
    return this[kAsyncId];
  }
}

natives.define(UDP.prototype);
for (const name of ['bind', 'connect', 'send']) UDP.prototype[`${name}6`] = UDP.prototype[name];

class SendWrap {
  constructor() {
    initResource(this, 'UDPSENDWRAP');
  }
}

/**
 * A handle that looks names up in its family.
 * @param {string} type `udp4` or `udp6`
 * @param {Function} [lookup] as `dns.lookup`
 */
function newHandle(type, lookup) {
  if (lookup === undefined) {
    lookup = (name, family, callback) => require('dns').lookup(name, family, callback);
  } else {
    require('internal/validators').validateFunction(lookup, 'lookup');
  }
  if (type !== 'udp4' && type !== 'udp6') throw new errors.ERR_SOCKET_BAD_TYPE();
  const handle = new UDP();
  const [family, loopback] = type === 'udp4' ? [4, '127.0.0.1'] : [6, '::1'];
  handle.lookup = (name, callback) => lookup(name || loopback, family, callback);
  return handle;
}

/** Opens a descriptor on a handle. @returns {number} 0 or a negative errno */
function openDescriptor(handle, fd) {
  const kind = require('internal/net/ip').descriptorKind(fd);
  if (kind !== 'UDP') throw new errors.ERR_INVALID_FD_TYPE(kind);
  return handle.open(fd);
}

/** A bound handle, or a negative errno. */
function _createSocketHandle(address, port, addressType, fd, flags) {
  const handle = newHandle(addressType);
  let errno = 0;
  if (Number.isInteger(fd) && fd > 0) {
    errno = require('internal/net/ip').descriptorKind(fd) === 'UDP' ? handle.open(fd) : -require('os').constants.errno.EINVAL;
  } else if (port || address) {
    errno = handle.bind(address, port || 0, flags);
  }
  if (errno) {
    handle.close();
    return errno;
  }
  return handle;
}

module.exports = { SendWrap, UDP, _createSocketHandle, kOwner, kStateSymbol, newHandle, openDescriptor };
