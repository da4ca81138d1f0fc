'use strict';

/** What a Readable tells about itself, and its members that load their part on first use. */

const {
  CLOSED, DATA_EMITTED, DESTROYED, END_EMITTED, ERRORED, ERROR_EMITTED, OBJECT_MODE,
} = require('internal/streams/readable_state');

// Operators that give a stream, and those that give a promise, with the number of their parameters.
const streamOperators = { drop: 1, filter: 2, flatMap: 2, map: 2, take: 1, compose: 2 };
const promiseOperators = { every: 1, forEach: 2, reduce: 3, toArray: 1, some: 1, find: 2 };

function getter(prototype, name, get, set, enumerable = false) {
  Object.defineProperty(prototype, name, { __proto__: null, configurable: set === undefined, enumerable, get, set });
}

function method(prototype, name, length, value) {
  Object.defineProperty(value, 'name', { __proto__: null, value: name, configurable: true });
  Object.defineProperty(value, 'length', { __proto__: null, value: length, configurable: true });
  Object.defineProperty(prototype, name, { __proto__: null, value, enumerable: false, configurable: true, writable: true });
}

function defineProperties(prototype) {
  getter(prototype, 'readable', function() {
    const r = this._readableState;
    // A duplex whose readable side is off says so in its state.
    return !!r && r.readable !== false && (r.bits & (DESTROYED | ERROR_EMITTED | END_EMITTED)) === 0;
  }, function(value) {
    if (this._readableState) this._readableState.readable = !!value;
  });
  getter(prototype, 'readableDidRead', function() {
    return (this._readableState.bits & DATA_EMITTED) !== 0;
  });
  getter(prototype, 'readableAborted', function() {
    const r = this._readableState;
    return r.readable !== false && (r.bits & (DESTROYED | ERRORED)) !== 0 && (r.bits & END_EMITTED) === 0;
  });
  getter(prototype, 'readableHighWaterMark', function() {
    return this._readableState.highWaterMark;
  });
  getter(prototype, 'readableBuffer', function() {
    return this._readableState?.buffer;
  });
  getter(prototype, 'readableFlowing', function() {
    return this._readableState.flowing;
  }, function(value) {
    if (this._readableState) this._readableState.flowing = value;
  });
  getter(prototype, 'readableLength', function() {
    return this._readableState.length;
  });
  getter(prototype, 'readableObjectMode', function() {
    return this._readableState ? (this._readableState.bits & OBJECT_MODE) !== 0 : false;
  });
  getter(prototype, 'readableEncoding', function() {
    return this._readableState ? this._readableState.encoding : null;
  });
  getter(prototype, 'errored', function() {
    return this._readableState ? this._readableState.errored : null;
  });
  getter(prototype, 'closed', function() {
    return this._readableState ? (this._readableState.bits & CLOSED) !== 0 : false;
  });
  getter(prototype, 'destroyed', function() {
    return this._readableState ? (this._readableState.bits & DESTROYED) !== 0 : false;
  }, function(value) {
    if (this._readableState) this._readableState.destroyed = value;
  });
  getter(prototype, 'readableEnded', function() {
    return this._readableState ? (this._readableState.bits & END_EMITTED) !== 0 : false;
  });
}

function defineOperators(Readable) {
  const { prototype } = Readable;
  for (const name of Object.keys(streamOperators)) {
    method(prototype, name, streamOperators[name], function(...args) {
      if (new.target) throw new (require('internal/errors').ERR_ILLEGAL_CONSTRUCTOR)();
      return Readable.from(Reflect.apply(require('internal/streams/operators')[name], this, args));
    });
  }
  for (const name of Object.keys(promiseOperators)) {
    method(prototype, name, promiseOperators[name], function(...args) {
      if (new.target) throw new (require('internal/errors').ERR_ILLEGAL_CONSTRUCTOR)();
      return Reflect.apply(require('internal/streams/operators')[name], this, args);
    });
  }
}

/** Destroys a stream, and waits until it is closed; `error` is what it is destroyed with. */
function dispose(stream, isDone) {
  const error = stream.destroyed || isDone ? null : new (require('internal/errors').AbortError)();
  if (!stream.destroyed) stream.destroy(error);
  return new Promise((resolve, reject) => {
    require('internal/streams/end_of_stream').eos(stream, (failure) => {
      if (failure && failure !== error && failure.name !== 'AbortError') reject(failure);
      else resolve(null);
    });
  });
}

/** Adds them all to the class. */
function define(Readable) {
  const { prototype } = Readable;
  defineProperties(prototype);
  defineOperators(Readable);
  prototype[Symbol.asyncIterator] = function() {
    return require('internal/streams/async_iterator').iterate(this);
  };
  if (Symbol.asyncDispose !== undefined) {
    prototype[Symbol.asyncDispose] = async function() {
      await dispose(this, this.readableEnded);
    };
  }
  Readable.from = function(iterable, options) {
    return require('internal/streams/from').from(Readable, iterable, options);
  };
  Readable.fromWeb = function(readableStream, options) {
    return require('internal/webstreams/adapters').newStreamReadableFromReadableStream(readableStream, options);
  };
  Readable.toWeb = function(streamReadable, options) {
    return require('internal/webstreams/adapters').newReadableStreamFromStreamReadable(streamReadable, options);
  };
  Readable.wrap = function(source, options) {
    return require('internal/streams/readable_wrap').wrapped(Readable, source, options);
  };
}

module.exports = { define, dispose, getter };
