'use strict';

/** What a socket tells of itself, and its settings. */

const { setStreamTimeout } = require('internal/net/stream_base');
const { Socket, kBytesRead, kBytesWritten, kKeepAlive, kKeepAliveDelay, kNoDelay } = require('internal/net/socket');

const { prototype } = Socket;

function accessor(name, get, enumerable = false) {
  Object.defineProperty(prototype, name, { __proto__: null, configurable: false, enumerable, get });
}

prototype.setTimeout = setStreamTimeout;

/** Nagle's algorithm off, from now on or from the connection on. */
prototype.setNoDelay = function(enable) {
  enable = Boolean(enable === undefined ? true : enable);
  if (!this._handle) {
    this[kNoDelay] = enable;
  } else if (this._handle.setNoDelay && enable !== this[kNoDelay]) {
    this[kNoDelay] = enable;
    this._handle.setNoDelay(enable);
  }
  return this;
};

prototype.setKeepAlive = function(enable, initialDelayMsecs) {
  enable = Boolean(enable);
  const delay = ~~(initialDelayMsecs / 1000);
  const handle = this._handle;
  if (handle && !handle.setKeepAlive) return this;
  const changed = enable !== this[kKeepAlive] || (enable && delay !== this[kKeepAliveDelay]);
  this[kKeepAlive] = enable;
  this[kKeepAliveDelay] = delay;
  if (handle && changed) handle.setKeepAlive(enable, delay);
  return this;
};

prototype.address = function() {
  return this._getsockname();
};

prototype._getpeername = function() {
  if (!this._handle || !this._handle.getpeername || this.connecting) return this._peername || {};
  if (!this._peername) {
    const name = {};
    if (this._handle.getpeername(name)) return name;
    this._peername = name;
  }
  return this._peername;
};

prototype._getsockname = function() {
  if (!this._handle || !this._handle.getsockname) return {};
  if (!this._sockname) {
    this._sockname = {};
    this._handle.getsockname(this._sockname);
  }
  return this._sockname;
};

prototype.ref = function() {
  if (!this._handle) this.once('connect', this.ref);
  else this._handle.ref?.();
  return this;
};

prototype.unref = function() {
  if (!this._handle) this.once('connect', this.unref);
  else this._handle.unref?.();
  return this;
};

accessor('_connecting', function() { return this.connecting; });
accessor('pending', function() { return !this._handle || this.connecting; });
accessor('readyState', function() {
  if (this.connecting) return 'opening';
  if (this.readable) return this.writable ? 'open' : 'readOnly';
  return this.writable ? 'writeOnly' : 'closed';
});
accessor('bufferSize', function() { return this._handle ? this.writableLength : undefined; });
accessor('bytesRead', function() { return this._handle ? this._handle.bytesRead : this[kBytesRead]; }, true);
accessor('_bytesDispatched', function() { return this._handle ? this._handle.bytesWritten : this[kBytesWritten]; });
accessor('remoteAddress', function() { return this._getpeername().address; });
accessor('remoteFamily', function() { return this._getpeername().family; });
accessor('remotePort', function() { return this._getpeername().port; });
accessor('localAddress', function() { return this._getsockname().address; });
accessor('localPort', function() { return this._getsockname().port; });
accessor('localFamily', function() { return this._getsockname().family; });

function lengthOf(chunk, encoding) {
  return typeof chunk === 'string' ? require('buffer').Buffer.byteLength(chunk, encoding) : chunk.length;
}

/** Sent, or waiting to be: in the handle, in the stream, or for the connection. */
accessor('bytesWritten', function() {
  const waiting = this._writableState?.getBuffer();   // asked of the prototype there is no state
  if (!waiting) return undefined;
  let bytes = this._bytesDispatched;
  for (const { chunk, encoding } of waiting) bytes += lengthOf(chunk, encoding);
  const pending = this._pendingData;
  if (Array.isArray(pending)) {
    for (const entry of pending) bytes += pending.allBuffers ? entry.length : lengthOf(entry.chunk, entry.encoding);
  } else if (pending) {
    bytes += lengthOf(pending, this._pendingEncoding);
  }
  return bytes;
});

