'use strict';

/** `net.Socket`: a Duplex over a TCP or Unix domain connection. */

const errors = require('internal/errors');
const Duplex = require('internal/streams/duplex');
const { Pipe, ShutdownWrap, SOCKET, TCP, kOwner } = require('internal/net/handles');
const {
  kAfterAsyncWrite, kBuffer, kBufferCb, kBufferGen, kTimeout, kUpdateTimer, onStreamRead, writeGeneric, writevGeneric,
} = require('internal/net/stream_base');
const { kAsyncId } = require('internal/async_hooks');
const { clearTimeout } = require('internal/timers');

const { descriptorKind } = binding('net');

const kBytesRead = Symbol('kBytesRead');
const kBytesWritten = Symbol('kBytesWritten');
const kLastWriteQueueSize = Symbol('lastWriteQueueSize');
const kNoDelay = Symbol('kSetNoDelay');
const kKeepAlive = Symbol('kSetKeepAlive');
const kReplaceHandle = Symbol('kReinitializeHandle');
const kKeepAliveDelay = Symbol('kSetKeepAliveInitialDelay');

function noop() {}

function refuseObjectMode(options) {
  for (const name of ['objectMode', 'readableObjectMode', 'writableObjectMode']) {
    if (options[name]) throw new errors.ERR_INVALID_ARG_VALUE(`options.${name}`, options[name], 'is not supported');
  }
}

/** @returns {TCP|Pipe} a handle of the kind that a descriptor is */
function handleOf(fd, type) {
  require('internal/validators').validateInt32(fd, 'fd', 0);
  const kind = descriptorKind(fd);
  if (kind === 'PIPE') return new Pipe(type);
  if (kind === 'TCP') return new TCP(type);
  throw new errors.ERR_INVALID_FD_TYPE(kind);
}

/** Ties a socket and its handle together, and makes the socket as new as the handle. */
function initHandle(socket) {
  socket._undestroy();
  socket._sockname = undefined;
  const handle = socket._handle;
  if (!handle) return;
  handle[kOwner] = socket;
  handle.onread = onStreamRead;
  const memory = socket[kBuffer];
  if (memory === null || memory === undefined) return;
  const generate = socket[kBufferGen];
  if (typeof generate === 'function') {
    const made = generate();
    if (require('internal/util/types').isUint8Array(made)) socket[kBuffer] = made;
  }
  if (socket[kBuffer] !== true) handle.useUserBuffer(socket[kBuffer]);
}

/** Gives up a handle for another one, in the middle of an attempt to connect. */
function replaceHandle(socket, handle) {
  socket[kReplaceHandle](handle);
}

function useOnread(socket, onread) {
  if (onread === null || typeof onread !== 'object' || typeof onread.callback !== 'function') return;
  const { buffer } = onread;
  if (typeof buffer === 'function') {
    socket[kBuffer] = true;
    socket[kBufferGen] = buffer;
  } else if (require('internal/util/types').isUint8Array(buffer)) {
    socket[kBuffer] = buffer;
  } else {
    return;
  }
  socket[kBufferCb] = onread.callback;
}

function openDescriptor(socket, options) {
  const { fd } = options;
  socket._handle = handleOf(fd, SOCKET);
  const errno = socket._handle.open(fd);
  if (errno) throw errors.errnoException(errno, 'open');
}

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  options = typeof options === 'number' ? { fd: options } : { ...options };
  refuseObjectMode(options);
  if (options.keepAliveInitialDelay !== undefined) {
    require('internal/validators').validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  this.connecting = false;
  this._hadError = false;
  this._parent = null;
  this._host = null;
  this._closeAfterHandlingError = false;
  this[kLastWriteQueueSize] = 0;
  this[kTimeout] = null;
  this[kBuffer] = null;
  this[kBufferCb] = null;
  this[kBufferGen] = null;
  this[kNoDelay] = Boolean(options.noDelay);
  this[kKeepAlive] = Boolean(options.keepAlive);
  this[kKeepAliveDelay] = ~~(options.keepAliveInitialDelay / 1000);
  this[kBytesRead] = 0;
  this[kBytesWritten] = 0;
  const { allowHalfOpen, signal } = options;
  options.allowHalfOpen = false;
  options.emitClose = false;
  options.autoDestroy = true;
  options.decodeStrings = false;
  options.signal = undefined;
  Duplex.call(this, options);
  if (options.handle) {
    this._handle = options.handle;
  } else if (options.fd !== undefined) {
    openDescriptor(this, options);
  } else {
    this._handle = null;
  }
  useOnread(this, options.onread);
  this.on('end', onEnd);
  initHandle(this);
  this._pendingData = null;
  this._pendingEncoding = '';
  this.allowHalfOpen = Boolean(allowHalfOpen);
  this._server = null;
  this.server = null;
  if (options.blockList) {
    this.blockList = require('internal/blocklist').checked(options.blockList, 'options.blockList');
  }
  if (this._handle && options.readable !== false && !options.noRead) firstRead(this, options);
  if (signal !== undefined && signal !== null) require('internal/net/signals').abortsSocket(this, signal);
}

/** Begins to read at once, so that the other side's end is seen, unless the program asked for the connection first. */
function firstRead(socket, options) {
  if (options.pauseOnCreate) {
    socket._handle.reading = false;
    socket._handle.readStop();
    socket._readableState.flowing = false;
  } else if (!options.manualStart) {
    socket.read(0);
  }
}

Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);

const { prototype } = Socket;

/** After the other side's end, writing is over too, unless half-open connections are allowed. */
function onEnd() {
  if (!this.allowHalfOpen) this.write = writeAfterEnd;
}

function writeAfterEnd(chunk, encoding, callback) {
  if (!this.writableEnded) return Duplex.prototype.write.apply(this, arguments);
  if (typeof encoding === 'function') callback = encoding;
  const error = new Error('This socket has been ended by the other party');
  error.code = 'EPIPE';
  if (typeof callback === 'function') process.nextTick(callback, error);
  this.destroy(error);
  return false;
}

/** Begins the waiting for activity anew. */
prototype._unrefTimer = function _unrefTimer() {
  for (let socket = this; socket !== null && socket !== undefined; socket = socket._parent) {
    if (socket[kTimeout]) socket[kTimeout].refresh();
  }
};

prototype[kUpdateTimer] = prototype._unrefTimer;

prototype[kAfterAsyncWrite] = function() {
  this[kLastWriteQueueSize] = 0;
};

prototype._onTimeout = function() {
  const handle = this._handle;
  const last = this[kLastWriteQueueSize];
  if (last > 0 && handle) {
    const { writeQueueSize } = handle;
    if (last !== writeQueueSize) {
      // A large write goes on.
      this[kLastWriteQueueSize] = writeQueueSize;
      this._unrefTimer();
      return;
    }
  }
  this.emit('timeout');
};

/** Ends the writing side once everything is written, and the connection is made. */
prototype._final = function(callback) {
  if (this.connecting) return this.once('connect', () => this._final(callback));
  if (!this._handle) return callback();
  const request = new ShutdownWrap(this._handle);
  request.oncomplete = afterShutdown;
  request.callback = callback;
  const errno = this._handle.shutdown(request);
  if (errno === 0) return undefined;
  const { ENOTCONN } = require('os').constants.errno;
  return callback(errno === -ENOTCONN ? undefined : errors.errnoException(errno, 'shutdown'));
};

function afterShutdown() {
  this.callback();
}

function startReading(socket) {
  socket._handle.reading = true;
  const errno = socket._handle.readStart();
  if (errno) socket.destroy(errors.errnoException(errno, 'read'));
}

prototype._read = function(size) {
  if (this.connecting || !this._handle) this.once('connect', () => this._read(size));
  else if (!this._handle.reading) startReading(this);
};

prototype.end = function(data, encoding, callback) {
  Duplex.prototype.end.call(this, data, encoding, callback);
  return this;
};

/** With memory of the program's own, reading stops at once; what is read can't be kept. */
prototype.pause = function() {
  if (this[kBuffer] && !this.connecting && this._handle?.reading) {
    this._handle.reading = false;
    if (!this.destroyed) {
      const errno = this._handle.readStop();
      if (errno) this.destroy(errors.errnoException(errno, 'read'));
    }
  }
  return Duplex.prototype.pause.call(this);
};

prototype.resume = function() {
  if (this[kBuffer] && !this.connecting && this._handle && !this._handle.reading) startReading(this);
  return Duplex.prototype.resume.call(this);
};

prototype.read = function(n) {
  if (this[kBuffer] && !this.connecting && this._handle && !this._handle.reading) startReading(this);
  return Duplex.prototype.read.call(this, n);
};

prototype._writeGeneric = function(isMany, data, encoding, callback) {
  if (this.connecting) return writeWhenConnected(this, isMany, data, encoding, callback);
  this._pendingData = null;
  this._pendingEncoding = '';
  if (!this._handle) {
    callback(new errors.ERR_SOCKET_CLOSED());
    return false;
  }
  this._unrefTimer();
  const request = isMany ? writevGeneric(this, data, callback) : writeGeneric(this, data, encoding, callback);
  if (request.async) this[kLastWriteQueueSize] = request.bytes;
  return undefined;
};

function writeWhenConnected(socket, isMany, data, encoding, callback) {
  socket._pendingData = data;
  socket._pendingEncoding = encoding;
  function onClose() {
    callback(new errors.ERR_SOCKET_CLOSED_BEFORE_CONNECTION());
  }
  socket.once('connect', function connect() {
    socket.off('close', onClose);
    socket._writeGeneric(isMany, data, encoding, callback);
  });
  socket.once('close', onClose);
}

prototype._writev = function(chunks, callback) {
  this._writeGeneric(true, chunks.allBuffers ? buffersOf(chunks) : chunks, '', callback);
};

function buffersOf(entries) {
  const buffers = entries.map(({ chunk }) => chunk);
  buffers.allBuffers = true;
  return buffers;
}

prototype._write = function(data, encoding, callback) {
  this._writeGeneric(false, data, encoding, callback);
};

prototype.destroySoon = function() {
  if (this.writable) this.end();
  if (this.writableFinished) this.destroy();
  else this.once('finish', this.destroy);
};

prototype.resetAndDestroy = function() {
  if (!this._handle) {
    this.destroy(new errors.ERR_SOCKET_CLOSED());
    return this;
  }
  if (!(this._handle instanceof TCP)) throw new errors.ERR_INVALID_HANDLE_TYPE();
  if (this.connecting) this.once('connect', () => this._reset());
  else this._reset();
  return this;
};

prototype._reset = function() {
  this.resetAndClosing = true;
  return this.destroy();
};

prototype._destroy = function(error, callback) {
  this.connecting = false;
  for (let socket = this; socket !== null && socket !== undefined; socket = socket._parent) clearTimeout(socket[kTimeout]);
  if (this._handle) {
    closeHandle(this, Boolean(error));
    callback(error);
  } else {
    callback(error);
    process.nextTick(emitClose, this);
  }
  if (this._server) {
    this._server._connections--;
    this._server._emitCloseIfDrained?.();
  }
};

function emitClose(socket) {
  socket.emit('close', false);
}

function closeHandle(socket, hadError) {
  const handle = socket._handle;
  socket[kBytesRead] = handle.bytesRead;
  socket[kBytesWritten] = handle.bytesWritten;
  const closed = () => socket.emit('close', hadError);
  if (socket.resetAndClosing) {
    socket.resetAndClosing = false;
    const errno = handle.reset(closed);
    if (errno) socket.emit('error', errors.errnoException(errno, 'reset'));
  } else if (socket._closeAfterHandlingError) {
    // The handle is there yet while the listeners of 'error', which the next ticks call, run.
    queueMicrotask(() => {
      handle.close(closed);
      dropHandle(socket, handle);
    });
    return;
  } else {
    handle.close(closed);
  }
  dropHandle(socket, handle);
}

function dropHandle(socket, handle) {
  handle.onread = noop;
  socket._handle = null;
  socket._sockname = null;
}

prototype[kReplaceHandle] = function(handle) {
  this._handle?.close();
  this._handle = handle;
  initHandle(this);
};

prototype.connect = function(...args) {
  return require('internal/net/connect').connect(this, args);
};

/** The identity of the socket's handle, for diagnostics. */
Object.defineProperty(prototype, require('internal/async_hooks').kAsyncId, {
  __proto__: null, configurable: true, get() { return this._handle ? this._handle[kAsyncId] : -1; },
});

module.exports = {
  Socket, handleOf, initHandle, kBytesRead, kBytesWritten, kKeepAlive, kKeepAliveDelay, kNoDelay, kReplaceHandle,
  replaceHandle,
};

require('internal/net/socket_members');
