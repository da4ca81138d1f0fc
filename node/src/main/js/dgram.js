'use strict';

/** `node:dgram`: UDP sockets. */

const EventEmitter = require('events');
const errors = require('internal/errors');
const { Buffer } = require('buffer');
const { SendWrap, _createSocketHandle, kOwner, kStateSymbol, newHandle, openDescriptor } = require('internal/dgram');
const { isIP } = require('internal/net/ip');
const sharing = require('internal/cluster/sharing');
const {
  validateAbortSignal, validateNumber, validatePort, validateString, validateUint32,
} = require('internal/validators');

const UNBOUND = 0;
const BINDING = 1;
const BOUND = 2;

const DISCONNECTED = 0;
const CONNECTING = 1;
const CONNECTED = 2;

/** Flags of a handle's `bind`, libuv's. */
const IPV6_ONLY = 1;
const REUSE_ADDRESS = 4;
const REUSE_PORT = 8;

const BYTES = ['Buffer', 'TypedArray', 'DataView', 'string'];

function checkedList(list, name) {
  return list ? require('internal/blocklist').checked(list, name) : list;
}

function Socket(type, listener) {
  EventEmitter.call(this);
  const options = type !== null && typeof type === 'object' ? type : {};
  if (options === type) type = options.type;
  if (options.recvBufferSize) validateUint32(options.recvBufferSize, 'options.recvBufferSize');
  if (options.sendBufferSize) validateUint32(options.sendBufferSize, 'options.sendBufferSize');
  const receiveBlockList = checkedList(options.receiveBlockList, 'options.receiveBlockList');
  const sendBlockList = checkedList(options.sendBlockList, 'options.sendBlockList');
  const handle = newHandle(type, options.lookup);
  handle[kOwner] = this;
  this.type = type;
  if (typeof listener === 'function') this.on('message', listener);
  this[kStateSymbol] = {
    handle,
    receiving: false,
    bindState: UNBOUND,
    connectState: DISCONNECTED,
    queue: undefined,
    reuseAddr: options.reuseAddr,
    reusePort: options.reusePort,
    ipv6Only: options.ipv6Only,
    recvBufferSize: options.recvBufferSize,
    sendBufferSize: options.sendBufferSize,
    receiveBlockList,
    sendBlockList,
  };
  if (options.signal !== undefined) closeOnAbort(this, options.signal);
  require('internal/net/channels').publish('udp.socket', { socket: this });
}

Object.setPrototypeOf(Socket.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Socket, EventEmitter);

const { prototype } = Socket;

function closeOnAbort(socket, signal) {
  validateAbortSignal(signal, 'options.signal');
  const onAborted = () => {
    if (socket[kStateSymbol].handle) socket.close();
  };
  if (signal.aborted) {
    onAborted();
    return;
  }
  const disposable = EventEmitter.addAbortListener(signal, onAborted);
  socket.once('close', disposable[Symbol.dispose]);
}

function createSocket(type, listener) {
  return new Socket(type, listener);
}

/** The state of a socket that is not closed. */
function running(socket) {
  const state = socket[kStateSymbol];
  if (!state.handle) throw new errors.ERR_SOCKET_DGRAM_NOT_RUNNING();
  return state;
}

function startListening(socket) {
  const state = socket[kStateSymbol];
  const { handle } = state;
  handle.onmessage = onMessage;
  handle.onerror = onError;
  handle.recvStart();
  state.receiving = true;
  state.bindState = BOUND;
  if (state.recvBufferSize) bufferSize(socket, state.recvBufferSize, true);
  if (state.sendBufferSize) bufferSize(socket, state.sendBufferSize, false);
  socket.emit('listening');
}

function onMessage(length, handle, message, sender) {
  const socket = handle[kOwner];
  const { receiveBlockList } = socket[kStateSymbol];
  if (receiveBlockList?.check(sender.address, sender.family.toLowerCase())) return;
  sender.size = message.length;
  socket.emit('message', message, sender);
}

function onError(errno, handle) {
  handle[kOwner].emit('error', errors.errnoException(errno, 'recvmsg'));
}

function replaceHandle(socket, handle) {
  const state = socket[kStateSymbol];
  const before = state.handle;
  handle.lookup = before.lookup;
  handle[kOwner] = socket;
  before.close();
  state.handle = handle;
}

/** `([port][, address][, callback])` or `(options[, callback])`. */
prototype.bind = function bind(port_, address_) {
  const state = running(this);
  if (state.bindState !== UNBOUND) throw new errors.ERR_SOCKET_ALREADY_BOUND();
  state.bindState = BINDING;
  const callback = arguments.length > 0 && arguments[arguments.length - 1];
  if (typeof callback === 'function') whenListening(this, callback);
  const isOptions = port_ !== null && typeof port_ === 'object';
  if (isOptions && typeof port_.recvStart === 'function') {
    replaceHandle(this, port_);
    startListening(this);
  } else if (isOptions && Number.isInteger(port_.fd) && port_.fd > 0) {
    bindToDescriptor(this, port_.fd, Boolean(port_.exclusive));
  } else if (isOptions) {
    bindToName(this, port_.port, port_.address || '', Boolean(port_.exclusive));
  } else {
    bindToName(this, typeof port_ === 'function' ? 0 : port_, typeof address_ === 'function' ? '' : address_, false);
  }
  return this;
};

function whenListening(socket, callback) {
  function forget() {
    socket.removeListener('error', forget);
    socket.removeListener('listening', onListening);
  }
  function onListening() {
    forget();
    callback.call(this);
  }
  socket.on('error', forget);
  socket.on('listening', onListening);
}

function bindToDescriptor(socket, fd, isExclusive) {
  if (sharing.getHandle !== null && !isExclusive) {
    bindElsewhere(socket, { address: null, port: null, addressType: socket.type, fd, flags: null });
    return;
  }
  const errno = openDescriptor(socket[kStateSymbol].handle, fd);
  if (errno) throw errors.errnoException(errno, 'open');
  startListening(socket);
}

/** Goes on with a socket that is shared with other processes. */
function bindElsewhere(socket, query) {
  const state = socket[kStateSymbol];
  sharing.getHandle(socket, query, (errno, handle) => {
    if (errno) {
      state.bindState = UNBOUND;
      socket.emit('error', errors.exceptionWithHostPort(errno, 'bind', query.address, query.port));
    } else if (!state.handle) {
      handle.close();   // the socket has been closed in the meantime
    } else {
      replaceHandle(socket, handle);
      startListening(socket);
    }
  });
}

function bindToName(socket, port, address, isExclusive) {
  const state = socket[kStateSymbol];
  if (!address) address = socket.type === 'udp4' ? '0.0.0.0' : '::';
  state.handle.lookup(address, (error, ip) => {
    if (!state.handle) return;
    if (!error) {
      const flags = (state.reuseAddr ? REUSE_ADDRESS : 0) | (state.ipv6Only ? IPV6_ONLY : 0) | (state.reusePort ? REUSE_PORT : 0);
      if (sharing.getHandle !== null && !isExclusive && !state.reusePort) {
        bindElsewhere(socket, { address: ip, port, addressType: socket.type, fd: -1, flags });
        return;
      }
      const errno = state.handle.bind(ip, port | 0, flags);
      if (errno) error = errors.exceptionWithHostPort(errno, 'bind', ip, port);
    }
    if (error) {
      state.bindState = UNBOUND;
      socket.emit('error', error);
      return;
    }
    startListening(socket);
  });
}

/** Binds a socket that has to be bound to go on. @returns {boolean} whether it is */
function ensureBound(socket, state) {
  if (state.bindState === UNBOUND) socket.bind({ port: 0, exclusive: true }, null);
  return state.bindState === BOUND;
}

/** `(port[, address][, callback])`: fixes the peer. */
prototype.connect = function connect(port, address, callback) {
  port = validatePort(port, 'Port', false);
  if (typeof address === 'function') {
    callback = address;
    address = '';
  } else if (address === undefined) {
    address = '';
  }
  validateString(address, 'address');
  const state = this[kStateSymbol];
  if (state.connectState !== DISCONNECTED) throw new errors.ERR_SOCKET_DGRAM_IS_CONNECTED();
  state.connectState = CONNECTING;
  if (ensureBound(this, state)) lookupAndConnect(this, port, address, callback);
  else enqueue(this, () => lookupAndConnect(this, port, address, callback));
};

function lookupAndConnect(socket, port, address, callback) {
  if (callback) socket.once('connect', callback);
  const state = socket[kStateSymbol];
  state.handle.lookup(address, (error, ip) => {
    if (!state.handle) return;
    if (!error && state.sendBlockList?.check(ip, `ipv${isIP(ip)}`)) error = new errors.ERR_IP_BLOCKED(ip);
    if (!error) {
      const errno = state.handle.connect(ip, port);
      if (errno) error = errors.exceptionWithHostPort(errno, 'connect', address, port);
    }
    if (error) {
      state.connectState = DISCONNECTED;
      process.nextTick(() => {
        if (!callback) return socket.emit('error', error);
        socket.removeListener('connect', callback);
        return callback(error);
      });
      return;
    }
    state.connectState = CONNECTED;
    process.nextTick(() => socket.emit('connect'));
  });
}

prototype.disconnect = function disconnect() {
  const state = this[kStateSymbol];
  if (state.connectState !== CONNECTED) throw new errors.ERR_SOCKET_DGRAM_NOT_CONNECTED();
  const errno = state.handle.disconnect();
  if (errno) throw errors.errnoException(errno, 'connect');
  state.connectState = DISCONNECTED;
};

prototype.sendto = function sendto(buffer, offset, length, port, address, callback) {
  validateNumber(offset, 'offset');
  validateNumber(length, 'length');
  validateNumber(port, 'port');
  validateString(address, 'address');
  this.send(buffer, offset, length, port, address, callback);
};

function sliced(buffer, offset, length) {
  if (typeof buffer === 'string') buffer = Buffer.from(buffer);
  else if (!ArrayBuffer.isView(buffer)) throw new errors.ERR_INVALID_ARG_TYPE('buffer', BYTES, buffer);
  offset >>>= 0;
  length >>>= 0;
  if (offset > buffer.byteLength) throw new errors.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (offset + length > buffer.byteLength) throw new errors.ERR_BUFFER_OUT_OF_BOUNDS('length');
  return Buffer.from(buffer.buffer, buffer.byteOffset + offset, length);
}

/** What is sent as one datagram: a list of byte arrays. */
function listOf(buffer) {
  if (!Array.isArray(buffer)) {
    if (typeof buffer === 'string') return [Buffer.from(buffer)];
    if (!ArrayBuffer.isView(buffer)) throw new errors.ERR_INVALID_ARG_TYPE('buffer', BYTES, buffer);
    return [buffer];
  }
  const list = buffer.map((part) => {
    if (typeof part === 'string') return Buffer.from(part);
    if (!ArrayBuffer.isView(part)) throw new errors.ERR_INVALID_ARG_TYPE('buffer list arguments', BYTES, buffer);
    return Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  });
  if (list.length === 0) list.push(Buffer.alloc(0));
  return list;
}

/** `(msg[, offset, length][, port][, address][, callback])`. */
prototype.send = function send(buffer, offset, length, port, address, callback) {
  const state = this[kStateSymbol];
  const isConnected = state.connectState === CONNECTED;
  if (!isConnected) {
    if (address || (port && typeof port !== 'function')) {
      buffer = sliced(buffer, offset, length);
    } else {
      callback = port;
      port = offset;
      address = length;
    }
  } else {
    if (typeof length === 'number') {
      buffer = sliced(buffer, offset, length);
      if (typeof port === 'function') {
        callback = port;
        port = null;
      }
    } else {
      callback = offset;
    }
    if (port || address) throw new errors.ERR_SOCKET_DGRAM_IS_CONNECTED();
  }
  const list = listOf(buffer);
  if (!isConnected) port = validatePort(port, 'Port', false);
  if (typeof callback !== 'function') callback = undefined;
  if (typeof address === 'function') {
    callback = address;
    address = undefined;
  } else if (address !== undefined && address !== null) {
    validateString(address, 'address');
  }
  running(this);
  if (!ensureBound(this, state)) {
    enqueue(this, () => this.send(list, port, address, callback));
  } else if (isConnected) {
    sendNow(this, null, null, list, address, port, callback);
  } else {
    state.handle.lookup(address, (error, ip) => sendNow(this, error, ip, list, address, port, callback));
  }
};

function sendNow(socket, error, ip, list, address, port, callback) {
  if (error) {
    process.nextTick(() => (callback ? callback(error) : socket.emit('error', error)));
    return;
  }
  const state = socket[kStateSymbol];
  if (!state.handle) return;
  if (ip && state.sendBlockList?.check(ip, `ipv${isIP(ip)}`)) {
    if (callback) process.nextTick(callback, new errors.ERR_IP_BLOCKED(ip));
    return;
  }
  const request = new SendWrap();
  request.list = list;
  request.address = address;
  request.port = port;
  if (callback) {
    request.callback = callback;
    request.oncomplete = afterSend;
  }
  const result = port ? state.handle.send(request, list, port, ip) : state.handle.send(request, list);
  if (!callback || result === 0) return;
  if (result > 0) process.nextTick(callback, null, result - 1);
  else process.nextTick(callback, errors.exceptionWithHostPort(result, 'send', address, port));
}

function afterSend(status, sent) {
  const error = status ? errors.exceptionWithHostPort(status, 'send', this.address, this.port) : null;
  this.callback(error, sent);
}

/** Has something done once the socket is bound. */
function enqueue(socket, action) {
  const state = socket[kStateSymbol];
  if (state.queue === undefined) {
    state.queue = [];
    socket.once(EventEmitter.errorMonitor, onListenError);
    socket.once('listening', onListenSuccess);
  }
  state.queue.push(action);
}

function onListenSuccess() {
  this.removeListener(EventEmitter.errorMonitor, onListenError);
  const state = this[kStateSymbol];
  const { queue } = state;
  state.queue = undefined;
  for (const action of queue) action();
}

function onListenError() {
  this.removeListener('listening', onListenSuccess);
  this[kStateSymbol].queue = undefined;
}

prototype.close = function close(callback) {
  const state = this[kStateSymbol];
  if (typeof callback === 'function') this.on('close', callback);
  if (state.queue !== undefined) {
    state.queue.push(() => this.close());
    return this;
  }
  running(this);
  stopReceiving(this);
  state.handle.close();
  state.handle = null;
  process.nextTick(emitClose, this);
  return this;
};

prototype[Symbol.asyncDispose] = function() {
  if (!this[kStateSymbol].handle) return Promise.resolve();
  return new Promise((resolve) => { this.close(() => resolve()); });
};

function emitClose(socket) {
  socket.emit('close');
}

function stopReceiving(socket) {
  const state = socket[kStateSymbol];
  if (!state.receiving) return;
  state.handle.recvStop();
  state.receiving = false;
}

function bufferSize(socket, size, isReceiving) {
  if (size >>> 0 !== size) throw new errors.ERR_SOCKET_BAD_BUFFER_SIZE();
  const result = socket[kStateSymbol].handle.bufferSize(size, isReceiving);
  if (result >= 0) return result;
  const code = errors.systemErrorName(result);
  const message = require('util').getSystemErrorMessage(result);
  const syscall = isReceiving ? 'uv_recv_buffer_size' : 'uv_send_buffer_size';
  throw new errors.ERR_SOCKET_BUFFER_SIZE({ errno: result, code, message, syscall });
}

module.exports = { _createSocketHandle, createSocket, Socket };

require('internal/dgram/members').define(prototype, { CONNECTED, bufferSize, running, stopReceiving });
