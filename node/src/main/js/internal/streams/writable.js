'use strict';

/**
 * Writable: a destination of chunks, which are handed to `_write` one at a time, or to `_writev` all that wait. Here is
 * what every writable stream runs.
 */

const EventEmitter = require('events');
const { Stream } = require('internal/streams/legacy');
const { construct, destroy, errorOrDestroy, undestroy } = require('internal/streams/destroy');
const {
  ALL_BUFFERS, ALL_NOOP, AUTO_DESTROY, BUFFERED, BUFFER_PROCESSING, CLOSE_EMITTED, CONSTRUCTED, DECODE_STRINGS, DESTROYED, ENDED,
  ENDING, ERRORED, ERROR_EMITTED, EXPECT_CALLBACK, FINAL_CALLED, FINISHED, NEED_DRAIN, OBJECT_MODE, PREFINISHED, SYNC, WRITING,
  WritableState, asBuffer,
} = require('internal/streams/writable_state');

function Writable(options) {
  if (!(this instanceof Writable)) return new Writable(options);
  // What it is listened to for has its place from the start, in the same layout for each.
  this._events ??= { close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined };
  this._writableState = new WritableState(options, this, false);
  EventEmitter.init.call(this, options);
  if (options) useOptions(this, options);
  if (this._construct !== undefined) construct(this, onConstructed);
}

Object.setPrototypeOf(Writable.prototype, Stream.prototype);
Object.setPrototypeOf(Writable, Stream);

const { prototype } = Writable;

function useOptions(stream, options) {
  if (typeof options.write === 'function') stream._write = options.write;
  if (typeof options.writev === 'function') stream._writev = options.writev;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
  if (typeof options.final === 'function') stream._final = options.final;
  if (typeof options.construct === 'function') stream._construct = options.construct;
  if (options.signal) require('internal/streams/add_abort_signal').addAbortSignal(options.signal, stream);
}

function onConstructed(stream) {
  const state = stream._writableState;
  if ((state.bits & WRITING) === 0) writeWaiting(stream, state);
  finishIfDone(stream, state);
}

// A duplex inherits from Readable, and is a Writable as well.
Object.defineProperty(Writable, Symbol.hasInstance, {
  __proto__: null,
  value: function(object) {
    if (Reflect.apply(Function.prototype[Symbol.hasInstance], this, [object])) return true;
    return this === Writable && !!object && object._writableState instanceof WritableState;
  },
});

function nop() {}

/** Adds a chunk. @returns {boolean|Error} whether there is room for more, or why it was refused */
function add(stream, chunk, encoding, callback) {
  if (typeof callback !== 'function') callback = nop;
  const state = stream._writableState;
  const { bits } = state;
  if (chunk === null) {
    throw new (require('internal/errors').ERR_STREAM_NULL_VALUES)();
  } else if ((bits & OBJECT_MODE) === 0) {
    if (!encoding) encoding = state.defaultEncoding;
    else if (encoding !== 'buffer' && encoding !== 'utf8' && encoding !== 'latin1' && !Buffer.isEncoding(encoding)) {
      throw new (require('internal/errors').ERR_UNKNOWN_ENCODING)(encoding);
    }
    if (typeof chunk === 'string') {
      if ((bits & DECODE_STRINGS) !== 0) {
        chunk = Buffer.from(chunk, encoding);
        encoding = 'buffer';
      }
    } else if (chunk instanceof Buffer) {
      encoding = 'buffer';
    } else if (ArrayBuffer.isView(chunk)) {
      chunk = asBuffer(chunk);
      encoding = 'buffer';
    } else {
      const errors = require('internal/errors');
      throw new errors.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
    }
  }
  if ((bits & (ENDING | DESTROYED)) !== 0) return refuse(stream, bits, callback);
  state.pendingcb++;
  return writeOrKeep(stream, state, chunk, encoding, callback);
}

function refuse(stream, bits, callback) {
  const errors = require('internal/errors');
  const error = (bits & ENDING) !== 0 ? new errors.ERR_STREAM_WRITE_AFTER_END() : new errors.ERR_STREAM_DESTROYED('write');
  process.nextTick(callback, error);
  errorOrDestroy(stream, error, true);
  return error;
}

prototype.write = function(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  return add(this, chunk, encoding, callback) === true;
};

function writeOrKeep(stream, state, chunk, encoding, callback) {
  const length = (state.bits & OBJECT_MODE) !== 0 ? 1 : chunk.length;
  state.length += length;
  if ((state.bits & (WRITING | ERRORED | CONSTRUCTED)) !== CONSTRUCTED || state.corked !== 0) {
    const request = { chunk, encoding, callback };
    if (state.waiting === null) state.waiting = [request];
    else state.waiting.push(request);
    state.bits |= BUFFERED;
    if (encoding !== 'buffer') state.bits &= ~ALL_BUFFERS;
    if (callback !== nop) state.bits &= ~ALL_NOOP;
  } else {
    begin(stream, state, length, callback);
    stream._write(chunk, encoding, state.written);
    state.bits &= ~SYNC;
  }
  // Looked at only now: what was written at once takes no room.
  const room = state.length < state.highWaterMark || state.length === 0;
  if (!room) state.bits |= NEED_DRAIN;
  return room && (state.bits & (ERRORED | DESTROYED)) === 0;
}

function begin(stream, state, length, callback) {
  state.writelen = length;
  state.writecb = callback;
  state.bits |= WRITING | SYNC | EXPECT_CALLBACK;
  // The callback of _write: one function a stream, made with its first write.
  if (state.written === null) state.written = onWritten.bind(undefined, stream);
}

function onWritten(stream, error) {
  const state = stream._writableState;
  if ((state.bits & EXPECT_CALLBACK) === 0) {
    errorOrDestroy(stream, new (require('internal/errors').ERR_MULTIPLE_CALLBACK)());
    return;
  }
  const callback = state.writecb;
  const sync = (state.bits & SYNC) !== 0;
  state.bits &= ~(WRITING | EXPECT_CALLBACK);
  state.writecb = null;
  state.length -= state.writelen;
  state.writelen = 0;
  if (error) {
    failWrite(stream, state, error, callback, sync);
    return;
  }
  if ((state.bits & BUFFERED) !== 0) writeWaiting(stream, state);
  if (sync) afterWriteLater(stream, state, callback);
  else afterWrite(stream, state, 1, callback);
}

/** The writer that made this write is still on the stack: it hears of it in the next tick, if it asked to. */
function afterWriteLater(stream, state, callback) {
  const info = state.afterWriteTickInfo;
  if (info !== null && info.callback === callback) {
    info.count++;
  } else if (callback === nop && (info !== null || (state.bits & NEED_DRAIN) === 0 || state.length !== 0)) {
    state.pendingcb--;
    if ((state.bits & ENDING) !== 0) finishIfDone(stream, state, true);
  } else {
    state.afterWriteTickInfo = { count: 1, callback };
    process.nextTick(afterWriteTick, stream, state, state.afterWriteTickInfo);
  }
}

function failWrite(stream, state, error, callback, sync) {
  error.stack; // eslint-disable-line no-unused-expressions
  if (!state.errored) state.errored = error;
  const r = stream._readableState;
  if (r && !r.errored) r.errored = error;
  if (sync) process.nextTick(reportFailure, stream, state, error, callback);
  else reportFailure(stream, state, error, callback);
}

function reportFailure(stream, state, error, callback) {
  state.pendingcb--;
  callback(error);
  failWaiting(state);
  errorOrDestroy(stream, error);
}

function afterWriteTick(stream, state, info) {
  if (state.afterWriteTickInfo === info) state.afterWriteTickInfo = null;
  afterWrite(stream, state, info.count, info.callback);
}

function afterWrite(stream, state, count, callback) {
  if ((state.bits & (ENDING | DESTROYED | NEED_DRAIN)) === NEED_DRAIN && state.length === 0) {
    state.bits &= ~NEED_DRAIN;
    stream.emit('drain');
  }
  while (count-- > 0) {
    state.pendingcb--;
    callback(null);
  }
  if ((state.bits & DESTROYED) !== 0) failWaiting(state);
  if ((state.bits & ENDING) !== 0) finishIfDone(stream, state);
}

/** Tells everybody who waits that their chunk, or the end, will not be written. */
function failWaiting(state) {
  if ((state.bits & WRITING) !== 0) return;
  if (state.waiting !== null) {
    for (let i = state.bufferedIndex; i < state.waiting.length; i++) {
      const { chunk, callback } = state.waiting[i];
      state.length -= (state.bits & OBJECT_MODE) !== 0 ? 1 : chunk.length;
      callback(state.errored ?? new (require('internal/errors').ERR_STREAM_DESTROYED)('write'));
    }
  }
  callFinishCallbacks(state, state.errored, 'end');
  forgetWaiting(state);
}

function forgetWaiting(state) {
  state.waiting = null;
  state.bufferedIndex = 0;
  state.bits = (state.bits & ~BUFFERED) | ALL_BUFFERS | ALL_NOOP;
}

/** Calls those who gave end() a callback: with the error, or if `unlessError` names the operation, with its own. */
function callFinishCallbacks(state, error, unlessError) {
  const callbacks = state.finishCallbacks;
  if (callbacks === null) return;
  state.finishCallbacks = null;
  for (const callback of callbacks) {
    if (error || unlessError === undefined) callback(error);
    else callback(new (require('internal/errors').ERR_STREAM_DESTROYED)(unlessError));
  }
}

const KEPT = 256;

function writeWaiting(stream, state) {
  if (state.corked !== 0 ||
      (state.bits & (BUFFER_PROCESSING | DESTROYED | CONSTRUCTED | BUFFERED)) !== (CONSTRUCTED | BUFFERED)) return;
  let i = state.bufferedIndex;
  const { waiting } = state;
  state.bits |= BUFFER_PROCESSING;
  if (waiting.length - i > 1 && stream._writev) {
    writeTogether(stream, state, i === 0 ? waiting : waiting.slice(i));
  } else {
    do {
      const { chunk, encoding, callback } = waiting[i];
      waiting[i++] = null;
      begin(stream, state, (state.bits & OBJECT_MODE) !== 0 ? 1 : chunk.length, callback);
      if ((state.bits & DESTROYED) !== 0) state.written(new (require('internal/errors').ERR_STREAM_DESTROYED)('write'));
      else stream._write(chunk, encoding, state.written);
      state.bits &= ~SYNC;
    } while (i < waiting.length && (state.bits & WRITING) === 0);
    if (i === waiting.length) {
      forgetWaiting(state);
    } else if (i > KEPT) {
      waiting.splice(0, i);
      state.bufferedIndex = 0;
    } else {
      state.bufferedIndex = i;
    }
  }
  state.bits &= ~BUFFER_PROCESSING;
}

function writeTogether(stream, state, chunks) {
  state.pendingcb -= chunks.length - 1;
  const callback = (state.bits & ALL_NOOP) !== 0 ? nop : (error) => {
    for (const request of chunks) request.callback(error);
  };
  chunks.allBuffers = (state.bits & ALL_BUFFERS) !== 0;
  begin(stream, state, state.length, callback);
  // Emptied afterwards, so that an error at once reaches only these.
  stream._writev(chunks, state.written);
  state.bits &= ~SYNC;
  forgetWaiting(state);
}

prototype._write = function(chunk, encoding, callback) {
  if (!this._writev) throw new (require('internal/errors').ERR_METHOD_NOT_IMPLEMENTED)('_write()');
  this._writev([{ chunk, encoding }], callback);
};

prototype._writev = null;

prototype.cork = function() {
  this._writableState.corked++;
};

prototype.uncork = function() {
  const state = this._writableState;
  if (state.corked === 0) return;
  state.corked--;
  if ((state.bits & WRITING) === 0) writeWaiting(this, state);
};

prototype.setDefaultEncoding = function setDefaultEncoding(encoding) {
  if (typeof encoding === 'string') encoding = encoding.toLowerCase();
  if (!Buffer.isEncoding(encoding)) throw new (require('internal/errors').ERR_UNKNOWN_ENCODING)(encoding);
  this._writableState.defaultEncoding = encoding;
  return this;
};

prototype.pipe = function() {
  errorOrDestroy(this, new (require('internal/errors').ERR_STREAM_CANNOT_PIPE)());
};

// Ending.

prototype.end = function(chunk, encoding, callback) {
  const state = this._writableState;
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  let error;
  if (chunk !== null && chunk !== undefined) {
    const result = add(this, chunk, encoding);
    if (result instanceof Error) error = result;
  }
  if (state.corked !== 0) {
    state.corked = 1;
    this.uncork();
  }
  if (error === undefined) {
    if ((state.bits & (ERRORED | ENDING)) === 0) {
      state.bits |= ENDING;
      finishIfDone(this, state, true);
      state.bits |= ENDED;
    } else if ((state.bits & FINISHED) !== 0) {
      error = new (require('internal/errors').ERR_STREAM_ALREADY_FINISHED)('end');
    } else if ((state.bits & DESTROYED) !== 0) {
      error = new (require('internal/errors').ERR_STREAM_DESTROYED)('end');
    }
  }
  if (typeof callback === 'function') {
    if (error !== undefined) process.nextTick(callback, error);
    else if (state.errored) process.nextTick(callback, state.errored);
    else if ((state.bits & FINISHED) !== 0) process.nextTick(callback);
    else if (state.finishCallbacks === null) state.finishCallbacks = [callback];
    else state.finishCallbacks.push(callback);
  }
  return this;
};

const FINISHABLE = ENDING | CONSTRUCTED;
const FINISH_MASK = FINISHABLE | DESTROYED | ERRORED | BUFFERED | FINISHED | WRITING | ERROR_EMITTED | CLOSE_EMITTED;

function isDone(state) {
  return (state.bits & FINISH_MASK) === FINISHABLE && state.length === 0;
}

/** @param {boolean} [sync] whether 'finish' has to wait for the caller to return */
function finishIfDone(stream, state, sync) {
  if (!isDone(state)) return;
  prefinish(stream, state);
  if (state.pendingcb !== 0) return;
  if (sync) {
    state.pendingcb++;
    process.nextTick(finishTick, stream, state);
  } else if (isDone(state)) {
    state.pendingcb++;
    finish(stream, state);
  }
}

function finishTick(stream, state) {
  if (isDone(state)) finish(stream, state);
  else state.pendingcb--;
}

function prefinish(stream, state) {
  if ((state.bits & (PREFINISHED | FINAL_CALLED)) !== 0) return;
  if (typeof stream._final === 'function' && (state.bits & DESTROYED) === 0) {
    state.bits |= FINAL_CALLED;
    callFinal(stream, state);
  } else {
    state.bits |= PREFINISHED;
    stream.emit('prefinish');
  }
}

function callFinal(stream, state) {
  let called = false;

  function onFinal(error) {
    if (called) {
      errorOrDestroy(stream, error ?? new (require('internal/errors').ERR_MULTIPLE_CALLBACK)());
      return;
    }
    called = true;
    state.pendingcb--;
    if (error) {
      callFinishCallbacks(state, error);
      errorOrDestroy(stream, error, (state.bits & SYNC) !== 0);
    } else if (isDone(state)) {
      state.bits |= PREFINISHED;
      stream.emit('prefinish');
      // Later, so that _final has the last word before 'finish'.
      state.pendingcb++;
      process.nextTick(finish, stream, state);
    }
  }

  state.bits |= SYNC;
  state.pendingcb++;
  try {
    stream._final(onFinal);
  } catch (error) {
    onFinal(error);
  }
  state.bits &= ~SYNC;
}

function finish(stream, state) {
  state.pendingcb--;
  state.bits |= FINISHED;
  callFinishCallbacks(state, null);
  stream.emit('finish');
  if ((state.bits & AUTO_DESTROY) !== 0) {
    const r = stream._readableState;
    if (!r || (r.autoDestroy && (r.endEmitted || r.readable === false))) stream.destroy();
  }
}

prototype.destroy = function(error, callback) {
  const state = this._writableState;
  if ((state.bits & DESTROYED) === 0 && ((state.bits & BUFFERED) !== 0 || state.finishCallbacks !== null)) {
    process.nextTick(failWaiting, state);
  }
  destroy.call(this, error, callback);
  return this;
};

prototype._undestroy = undestroy;

prototype._destroy = function(error, callback) {
  callback(error);
};

prototype[Stream.captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

Writable.WritableState = WritableState;
// A duplex waits for its construction as a whole.
Writable.onConstructed = onConstructed;

module.exports = Writable;

require('internal/streams/writable_members').define(Writable);
