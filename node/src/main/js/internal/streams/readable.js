'use strict';

/**
 * Readable: a source of chunks that a consumer reads at its own pace. Here is what every readable stream runs; pipes,
 * iterators, operators and conversions load on first use.
 */

const EventEmitter = require('events');
const { Stream } = require('internal/streams/legacy');
const { construct, destroy, errorOrDestroy, undestroy } = require('internal/streams/destroy');
const {
  AUTO_DESTROY, CLOSE_EMITTED, CONSTRUCTED, DATA_EMITTED, DESTROYED, EMITTED_READABLE, ENDED, END_EMITTED, END_SCHEDULED,
  ERRORED, ERROR_EMITTED, FLOWING, HAS_DECODER, MULTI_AWAIT_DRAIN, NEED_READABLE, NOT_FLOWING, OBJECT_MODE, PAUSED,
  READABLE_LISTENING, READING, READING_MORE, RESUMED, RESUME_SCHEDULED, ReadableState, SYNC, TAKING, asBuffer,
} = require('internal/streams/readable_state');

const { addListener, removeListener } = EventEmitter.prototype;

/** The emitter's own methods, for as long as nobody has put others in their place. */
const kAddListener = Symbol('kAddListener');
const kRemoveListener = Symbol('kRemoveListener');

function Readable(options) {
  if (!(this instanceof Readable)) return new Readable(options);
  prepareEvents(this);
  this._readableState = new ReadableState(options, this, false);
  EventEmitter.init.call(this, options);
  if (options) useOptions(this, options);
  if (this._construct !== undefined) construct(this, onConstructed);
}

/** What readable streams are listened to for has its place from the start, in the same layout for each. */
function prepareEvents(stream) {
  stream._events ??= { close: undefined, error: undefined, data: undefined, end: undefined, readable: undefined };
}

Object.setPrototypeOf(Readable.prototype, Stream.prototype);
Object.setPrototypeOf(Readable, Stream);

const { prototype } = Readable;

function useOptions(stream, options) {
  if (typeof options.read === 'function') stream._read = options.read;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
  if (typeof options.construct === 'function') stream._construct = options.construct;
  if (options.signal) require('internal/streams/add_abort_signal').addAbortSignal(options.signal, stream);
}

function onConstructed(stream) {
  const state = stream._readableState;
  if ((state.bits & NEED_READABLE) !== 0) fillUp(stream, state);
}

prototype.destroy = destroy;
prototype._undestroy = undestroy;

prototype._destroy = function(error, callback) {
  callback(error);
};

prototype[Stream.captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

prototype._read = function(n) {
  throw new (require('internal/errors').ERR_METHOD_NOT_IMPLEMENTED)('_read()');
};

// Adding chunks.

prototype.push = function(chunk, encoding) {
  const state = this._readableState;
  return (state.bits & OBJECT_MODE) === 0 ?
    pushBytes(this, state, chunk, encoding) : pushObject(this, state, chunk, encoding);
};

prototype.unshift = function(chunk, encoding) {
  return require('internal/streams/readable_text').unshift(this, chunk, encoding, addChunk, endOfData);
};

function pushBytes(stream, state, chunk, encoding) {
  if (chunk === null) {
    state.bits &= ~READING;
    endOfData(stream, state);
    return false;
  }
  if (typeof chunk === 'string') {
    encoding = encoding || state.defaultEncoding;
    if (state.encoding !== encoding) {
      chunk = Buffer.from(chunk, encoding);
      if (state.encoding) chunk = chunk.toString(state.encoding);
      else encoding = '';
    }
  } else if (chunk instanceof Buffer) {
    encoding = '';
  } else if (ArrayBuffer.isView(chunk)) {
    chunk = asBuffer(chunk);
    encoding = '';
  } else if (chunk !== undefined) {
    const errors = require('internal/errors');
    errorOrDestroy(stream, new errors.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk));
    return false;
  }
  if (chunk === undefined || chunk.length === 0) {
    state.bits &= ~READING;
    fillUp(stream, state);
    return wantsMore(state);
  }
  if ((state.bits & (ENDED | DESTROYED | ERRORED)) !== 0) return refuse(stream, state);
  state.bits &= ~READING;
  if ((state.bits & HAS_DECODER) !== 0 && !encoding) {
    chunk = state.decoder.write(chunk);
    if (chunk.length === 0) {
      fillUp(stream, state);
      return wantsMore(state);
    }
  }
  addChunk(stream, state, chunk, false);
  return wantsMore(state);
}

function pushObject(stream, state, chunk, encoding) {
  if (chunk === null) {
    state.bits &= ~READING;
    endOfData(stream, state);
    return false;
  }
  if ((state.bits & (ENDED | DESTROYED | ERRORED)) !== 0) return refuse(stream, state);
  state.bits &= ~READING;
  if ((state.bits & HAS_DECODER) !== 0 && !encoding) chunk = state.decoder.write(chunk);
  addChunk(stream, state, chunk, false);
  return wantsMore(state);
}

/** What comes after the end is an error; what comes after a failure is dropped. */
function refuse(stream, state) {
  if ((state.bits & ENDED) !== 0) errorOrDestroy(stream, new (require('internal/errors').ERR_STREAM_PUSH_AFTER_EOF)());
  return false;
}

function wantsMore(state) {
  return (state.bits & ENDED) === 0 && (state.length < state.highWaterMark || state.length === 0);
}

function addChunk(stream, state, chunk, first) {
  if ((state.bits & (FLOWING | SYNC)) === FLOWING && state.length === 0 && stream.listenerCount('data') > 0) {
    // Somebody listens and nothing waits: straight through.
    if (state.awaitDrainWriters !== null) nobodyAwaited(state);
    state.bits |= DATA_EMITTED;
    stream.emit('data', chunk);
  } else {
    state.length += (state.bits & OBJECT_MODE) !== 0 ? 1 : chunk.length;
    if (state.list === null) state.list = [chunk];
    else if (!first) state.list.push(chunk);
    else if (state.first > 0) state.list[--state.first] = chunk;
    else state.list.unshift(chunk);
    // Whoever takes it at once need not be told of it.
    if ((state.bits & (NEED_READABLE | TAKING)) === NEED_READABLE) emitReadable(stream, state);
  }
  fillUp(stream, state);
}

function nobodyAwaited(state) {
  if ((state.bits & MULTI_AWAIT_DRAIN) !== 0) state.awaitDrainWriters.clear();
  else state.awaitDrainWriters = null;
}

function endOfData(stream, state) {
  if ((state.bits & ENDED) !== 0) return;
  const rest = (state.bits & HAS_DECODER) !== 0 ? state.decoder.end() : undefined;
  if (rest?.length > 0) {
    state.buffer.push(rest);
    state.length += (state.bits & OBJECT_MODE) !== 0 ? 1 : rest.length;
  }
  state.bits |= ENDED;
  if ((state.bits & SYNC) !== 0) {
    // Within _read: the reader gets to see what is there first.
    emitReadable(stream, state);
  } else {
    state.bits = (state.bits & ~NEED_READABLE) | EMITTED_READABLE;
    emitReadableNow(stream, state);
  }
}

function emitReadable(stream, state) {
  const { bits } = state;
  state.bits = (bits & ~NEED_READABLE) | EMITTED_READABLE;
  if ((bits & EMITTED_READABLE) === 0) process.nextTick(emitReadableNow, stream, state);
}

function emitReadableNow(stream, state) {
  if ((state.bits & (DESTROYED | ERRORED)) === 0 && (state.length > 0 || (state.bits & ENDED) !== 0)) {
    stream.emit('readable');
    state.bits &= ~EMITTED_READABLE;
  }
  // Not while flowing, since flow() reads by itself.
  if ((state.bits & (FLOWING | ENDED)) === 0 && state.length <= state.highWaterMark) state.bits |= NEED_READABLE;
  else state.bits &= ~NEED_READABLE;
  flow(stream);
}

/** Schedules reading ahead until the buffer is full. */
function fillUp(stream, state) {
  if ((state.bits & (READING_MORE | CONSTRUCTED)) !== CONSTRUCTED) return;
  state.bits |= READING_MORE;
  process.nextTick(readAhead, stream, state);
}

function readAhead(stream, state) {
  while ((state.bits & (READING | ENDED)) === 0 &&
         (state.length < state.highWaterMark || (state.length === 0 && (state.bits & FLOWING) !== 0))) {
    const { length } = state;
    stream.read(0);
    // Nothing came at once, so it will come later, or never.
    if (length === state.length) break;
  }
  state.bits &= ~READING_MORE;
}

// Taking chunks.

const MAX_HIGH_WATER_MARK = 0x40000000;

/** The next power of two: who reads much at once shall have much read ahead. */
function raisedHighWaterMark(n) {
  if (n > MAX_HIGH_WATER_MARK) throw new (require('internal/errors').ERR_OUT_OF_RANGE)('size', '<= 1GiB', n);
  return n <= 1 ? 1 : 2 ** (32 - Math.clz32(n - 1));
}

/** How much a read of n gives now; NaN asks for everything, or while flowing for the next chunk. */
function amount(n, state) {
  if (n <= 0 || (state.length === 0 && (state.bits & ENDED) !== 0)) return 0;
  if ((state.bits & OBJECT_MODE) !== 0) return 1;
  if (n !== n) {   // NaN, without a call
    return (state.bits & FLOWING) !== 0 && state.length > 0 ? state.list[state.first].length : state.length;
  }
  if (n <= state.length) return n;
  return (state.bits & ENDED) !== 0 ? state.length : 0;
}

prototype.read = function(n) {
  if (n === undefined) n = NaN;
  else if (n !== 0 && !Number.isInteger(n)) n = Number.parseInt(n, 10);
  const state = this._readableState;
  const asked = n;
  if (n > state.highWaterMark) state.highWaterMark = raisedHighWaterMark(n);
  if (n !== 0) {
    state.bits &= ~EMITTED_READABLE;
  } else if ((state.bits & NEED_READABLE) !== 0 && ((state.bits & ENDED) !== 0 ||
             (state.highWaterMark !== 0 ? state.length >= state.highWaterMark : state.length > 0))) {
    // There is enough: only the announcement is missing.
    if (state.length === 0 && (state.bits & ENDED) !== 0) endReadable(this);
    else emitReadable(this, state);
    return null;
  }
  const taking = asked !== 0 && (state.bits & FLOWING) !== 0;
  n = amount(n, state);
  if (n === 0 && (state.bits & ENDED) !== 0) {
    if (state.length === 0) endReadable(this);
    return null;
  }
  if (((state.bits & NEED_READABLE) !== 0 || state.length === 0 || state.length - n < state.highWaterMark) &&
      (state.bits & (ENDED | READING | DESTROYED | ERRORED | CONSTRUCTED)) === CONSTRUCTED) {
    fetch(this, state, taking);
    // What _read pushed at once can be read at once.
    if ((state.bits & READING) === 0) n = amount(asked, state);
  }
  const chunk = n > 0 ? take(n, state) : null;
  if (chunk === null) {
    if (state.length <= state.highWaterMark) state.bits |= NEED_READABLE;
    n = 0;
  } else {
    state.length -= n;
    if (state.awaitDrainWriters !== null) nobodyAwaited(state);
    // More came than is taken, and nobody was told.
    if (taking && state.length > 0 && (state.bits & NEED_READABLE) !== 0) emitReadable(this, state);
  }
  if (state.length === 0) {
    if ((state.bits & ENDED) === 0) state.bits |= NEED_READABLE;
    else if (asked !== n) endReadable(this);
  }
  if (chunk !== null && (state.bits & (ERROR_EMITTED | CLOSE_EMITTED)) === 0) {
    state.bits |= DATA_EMITTED;
    this.emit('data', chunk);
  }
  return chunk;
};

function fetch(stream, state, taking) {
  state.bits |= READING | SYNC | (state.length === 0 ? NEED_READABLE : 0) | (taking ? TAKING : 0);
  try {
    stream._read(state.highWaterMark);
  } catch (error) {
    errorOrDestroy(stream, error);
  }
  state.bits &= ~(SYNC | TAKING);
}

/** Takes n bytes, characters, or one object out of the buffer, or null where there are none. */
function take(n, state) {
  if (state.length === 0) return null;
  const { list, first } = state;
  const chunk = list[first];
  const wholeChunk = (state.bits & OBJECT_MODE) !== 0 || n === chunk.length;
  if (!wholeChunk) return require('internal/streams/readable_text').take(n, state);
  if (first + 1 === list.length) {
    list.length = 0;
    state.first = 0;
  } else {
    list[first] = null;
    if (first < 1024) {
      state.first = first + 1;
    } else {
      list.splice(0, first + 1);
      state.first = 0;
    }
  }
  return chunk;
}

function endReadable(stream) {
  const state = stream._readableState;
  if ((state.bits & (END_EMITTED | END_SCHEDULED)) !== 0) return;
  state.bits |= ENDED | END_SCHEDULED;
  process.nextTick(emitEnd, state, stream);
}

function emitEnd(state, stream) {
  state.bits &= ~END_SCHEDULED;
  if ((state.bits & (ERRORED | CLOSE_EMITTED | END_EMITTED)) !== 0 || state.length !== 0) return;
  state.bits |= END_EMITTED;
  stream.emit('end');
  if (stream.writable && stream.allowHalfOpen === false) {
    process.nextTick(endWritable, stream);
  } else if ((state.bits & AUTO_DESTROY) !== 0) {
    const w = stream._writableState;
    if (!w || (w.autoDestroy && (w.finished || w.writable === false))) stream.destroy();
  }
}

function endWritable(stream) {
  if (stream.writable && !stream.writableEnded && !stream.destroyed) stream.end();
}

// Flowing.

prototype[kAddListener] = addListener;
prototype[kRemoveListener] = removeListener;

prototype.on = function(event, listener) {
  if (this._events === undefined) {
    // An HTTP message, which has none before somebody listens to it.
    prepareEvents(this);
    EventEmitter.init.call(this);
  }
  // As methods: a call through call() would be one more for each listener.
  const add = Stream.prototype.on;
  const result = add === addListener ? this[kAddListener](event, listener) : add.call(this, event, listener);
  if (event === 'data') {
    const state = this._readableState;
    if (state === undefined) return result;
    state.readableListening = this.listenerCount('readable') > 0;
    if ((state.bits & NOT_FLOWING) === 0) this.resume();
  } else if (event === 'readable') {
    listenReadable(this, this._readableState);
  }
  return result;
};
prototype.addListener = prototype.on;

function listenReadable(stream, state) {
  if ((state.bits & (END_EMITTED | READABLE_LISTENING)) !== 0) return;
  state.bits = (state.bits & ~(FLOWING | EMITTED_READABLE)) | READABLE_LISTENING | NEED_READABLE | NOT_FLOWING;
  if (state.length > 0) emitReadable(stream, state);
  else if ((state.bits & READING) === 0) process.nextTick(startReading, stream);
}

function startReading(stream) {
  stream.read(0);
}

prototype.removeListener = function(event, listener) {
  const remove = Stream.prototype.removeListener;
  const result = remove === removeListener ? this[kRemoveListener](event, listener) : remove.call(this, event, listener);
  // Later, because another listener may take its place at once.
  if (event === 'readable') process.nextTick(updateReadableListening, this);
  return result;
};
prototype.off = prototype.removeListener;

prototype.removeAllListeners = function(event) {
  const result = Stream.prototype.removeAllListeners.apply(this, arguments);
  if (event === 'readable' || event === undefined) process.nextTick(updateReadableListening, this);
  return result;
};

function updateReadableListening(stream) {
  const state = stream._readableState;
  state.readableListening = stream.listenerCount('readable') > 0;
  if ((state.bits & (RESUME_SCHEDULED | RESUMED)) === (RESUME_SCHEDULED | RESUMED)) {
    state.flowing = true;
  } else if (stream.listenerCount('data') > 0) {
    stream.resume();
  } else if ((state.bits & READABLE_LISTENING) === 0) {
    state.flowing = null;
  }
}

prototype.isPaused = function() {
  return (this._readableState.bits & (PAUSED | NOT_FLOWING)) !== 0;
};

prototype.resume = function() {
  const state = this._readableState;
  if ((state.bits & FLOWING) === 0) {
    // Whoever listens to 'readable' reads by hand.
    state.flowing = (state.bits & READABLE_LISTENING) === 0;
    if ((state.bits & RESUME_SCHEDULED) === 0) {
      state.bits |= RESUME_SCHEDULED;
      process.nextTick(resumeNow, this, state);
    }
  }
  state.bits = (state.bits & ~PAUSED) | RESUMED;
  return this;
};

function resumeNow(stream, state) {
  if ((state.bits & READING) === 0) stream.read(0);
  state.bits &= ~RESUME_SCHEDULED;
  stream.emit('resume');
  flow(stream);
  if ((state.bits & (FLOWING | READING)) === FLOWING) stream.read(0);
}

prototype.pause = function() {
  const state = this._readableState;
  if ((state.bits & NOT_FLOWING) === 0) {
    state.bits = (state.bits & ~FLOWING) | NOT_FLOWING;
    this.emit('pause');
  }
  state.bits = (state.bits & ~RESUMED) | PAUSED;
  return this;
};

function flow(stream) {
  const state = stream._readableState;
  while ((state.bits & FLOWING) !== 0 && stream.read() !== null);
}

// Parts that load on first use.

prototype.setEncoding = function(encoding) {
  return require('internal/streams/readable_text').setEncoding(this, encoding);
};

prototype.pipe = function(dest, pipeOptions) {
  return require('internal/streams/readable_pipe').pipe(this, dest, pipeOptions);
};

prototype.unpipe = function(dest) {
  if (this._readableState.destinations === null) return this;
  return require('internal/streams/readable_pipe').unpipe(this, dest);
};

prototype.wrap = function(stream) {
  return require('internal/streams/readable_wrap').wrap(this, stream);
};

prototype.iterator = function(options) {
  if (options !== undefined) require('internal/validators').validateObject(options, 'options');
  return require('internal/streams/async_iterator').iterate(this, options);
};

Readable.ReadableState = ReadableState;
// A duplex waits for its construction as a whole.
Readable.onConstructed = onConstructed;
Readable._fromList = take;

module.exports = Readable;

require('internal/streams/readable_members').define(Readable);
