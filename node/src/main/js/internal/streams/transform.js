'use strict';

/**
 * Transform: a duplex whose readable side gives what its writable side got, changed by `_transform`. A chunk is
 * acknowledged to the writer only while the reader keeps up: the callback waits for the next `_read`.
 */

const Duplex = require('internal/streams/duplex');
const { ENDED } = require('internal/streams/readable_state');

/** The acknowledgement that waits for `_read`. */
const kCallback = Symbol('kCallback');

function Transform(options) {
  if (!(this instanceof Transform)) return new Transform(options);
  if (options && (options.highWaterMark ?? options.readableHighWaterMark) === 0) {
    // A readable side that may hold nothing would wait for a writable one that may hold something.
    options = {
      ...options,
      highWaterMark: null,
      readableHighWaterMark: 0,
      writableHighWaterMark: options.writableHighWaterMark || 0,
    };
  }
  Duplex.call(this, options);
  // A first read finds nothing, and must not be taken for a synchronous one.
  this._readableState.sync = false;
  this[kCallback] = null;
  if (options) {
    if (typeof options.transform === 'function') this._transform = options.transform;
    if (typeof options.flush === 'function') this._flush = options.flush;
  }
  // A subclass may have a _final of its own; flushing happens all the same.
  this.on('prefinish', prefinish);
}

Object.setPrototypeOf(Transform.prototype, Duplex.prototype);
Object.setPrototypeOf(Transform, Duplex);

const { prototype } = Transform;

function final(callback) {
  if (typeof this._flush === 'function' && !this.destroyed) {
    this._flush((error, data) => {
      if (error) {
        if (callback) callback(error);
        else this.destroy(error);
        return;
      }
      if (data !== null && data !== undefined) this.push(data);
      this.push(null);
      if (callback) callback();
    });
  } else {
    this.push(null);
    if (callback) callback();
  }
}

function prefinish() {
  if (this._final !== final) final.call(this);
}

prototype._final = final;

prototype._transform = function(chunk, encoding, callback) {
  throw new (require('internal/errors').ERR_METHOD_NOT_IMPLEMENTED)('_transform()');
};

prototype._write = function(chunk, encoding, callback) {
  const r = this._readableState;
  const { length } = r;
  this._transform(chunk, encoding, (error, data) => {
    if (error) {
      callback(error);
      return;
    }
    if (data !== null && data !== undefined) this.push(data);
    if ((r.bits & ENDED) !== 0) {
      process.nextTick(callback);   // nothing will be read any more; 'end' goes first
    } else if (length === r.length || r.length < r.highWaterMark) {
      callback();
    } else {
      this[kCallback] = callback;
    }
  });
};

prototype._read = function() {
  const callback = this[kCallback];
  if (callback === null || callback === undefined) return;
  this[kCallback] = null;
  callback();
};

module.exports = Transform;
