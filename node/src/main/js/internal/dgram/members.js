'use strict';

/** What a UDP socket tells of itself, and its settings. */

const errors = require('internal/errors');
const { kStateSymbol } = require('internal/dgram');
const { validateNumber, validateString } = require('internal/validators');

function check(errno, syscall) {
  if (errno) throw errors.errnoException(errno, syscall);
}

/** @param {object} core of the room's main file: `CONNECTED, bufferSize, running, stopReceiving` */
function define(prototype, { CONNECTED, bufferSize, running, stopReceiving }) {
  prototype.address = function address() {
    const name = {};
    check(running(this).handle.getsockname(name), 'getsockname');
    return name;
  };

  prototype.remoteAddress = function remoteAddress() {
    const state = running(this);
    if (state.connectState !== CONNECTED) throw new errors.ERR_SOCKET_DGRAM_NOT_CONNECTED();
    const name = {};
    check(state.handle.getpeername(name), 'getpeername');
    return name;
  };

  prototype.setBroadcast = function setBroadcast(arg) {
    check(running(this).handle.setBroadcast(arg ? 1 : 0), 'setBroadcast');
  };

  prototype.setTTL = function setTTL(ttl) {
    validateNumber(ttl, 'ttl');
    check(running(this).handle.setTTL(ttl), 'setTTL');
    return ttl;
  };

  prototype.setMulticastTTL = function setMulticastTTL(ttl) {
    validateNumber(ttl, 'ttl');
    check(running(this).handle.setMulticastTTL(ttl), 'setMulticastTTL');
    return ttl;
  };

  prototype.setMulticastLoopback = function setMulticastLoopback(arg) {
    check(running(this).handle.setMulticastLoopback(arg ? 1 : 0), 'setMulticastLoopback');
    return arg;
  };

  prototype.setMulticastInterface = function setMulticastInterface(interfaceAddress) {
    const { handle } = running(this);
    validateString(interfaceAddress, 'interfaceAddress');
    check(handle.setMulticastInterface(interfaceAddress), 'setMulticastInterface');
  };

  for (const name of ['addMembership', 'dropMembership']) {
    prototype[name] = { [name](multicastAddress, interfaceAddress) {
      const { handle } = running(this);
      if (!multicastAddress) throw new errors.ERR_MISSING_ARGS('multicastAddress');
      check(handle[name](multicastAddress, interfaceAddress), name);
    } }[name];
  }

  for (const name of ['addSourceSpecificMembership', 'dropSourceSpecificMembership']) {
    prototype[name] = { [name](sourceAddress, groupAddress, interfaceAddress) {
      const { handle } = running(this);
      validateString(sourceAddress, 'sourceAddress');
      validateString(groupAddress, 'groupAddress');
      check(handle[name](sourceAddress, groupAddress, interfaceAddress), name);
    } }[name];
  }

  prototype.ref = function ref() {
    this[kStateSymbol].handle?.ref();
    return this;
  };

  prototype.unref = function unref() {
    this[kStateSymbol].handle?.unref();
    return this;
  };

  prototype.setRecvBufferSize = function setRecvBufferSize(size) {
    bufferSize(this, size, true);
  };

  prototype.setSendBufferSize = function setSendBufferSize(size) {
    bufferSize(this, size, false);
  };

  prototype.getRecvBufferSize = function getRecvBufferSize() {
    return bufferSize(this, 0, true);
  };

  prototype.getSendBufferSize = function getSendBufferSize() {
    return bufferSize(this, 0, false);
  };

  prototype.getSendQueueSize = function getSendQueueSize() {
    return this[kStateSymbol].handle.getSendQueueSize();
  };

  prototype.getSendQueueCount = function getSendQueueCount() {
    return this[kStateSymbol].handle.getSendQueueCount();
  };

  defineDeprecated(prototype, running, stopReceiving);
}

/** Node's own former internals, which programs came to use. */
function defineDeprecated(prototype, running, stopReceiving) {
  const { deprecate } = require('internal/util');
  for (const name of ['handle', 'receiving', 'bindState', 'queue', 'reuseAddr']) {
    const message = `Socket.prototype._${name} is deprecated`;
    Object.defineProperty(prototype, `_${name}`, {
      __proto__: null,
      configurable: false,
      enumerable: false,
      get: deprecate(function() { return this[kStateSymbol][name]; }, message, 'DEP0112'),
      set: deprecate(function(value) { this[kStateSymbol][name] = value; }, message, 'DEP0112'),
    });
  }
  prototype._healthCheck = deprecate(function() {
    running(this);
  }, 'Socket.prototype._healthCheck() is deprecated', 'DEP0112');
  prototype._stopReceiving = deprecate(function() {
    stopReceiving(this);
  }, 'Socket.prototype._stopReceiving() is deprecated', 'DEP0112');
}

module.exports = { define };
