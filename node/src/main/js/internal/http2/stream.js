'use strict';

/** `Http2Stream`: a Duplex over one stream of a session. What is a server's or a client's own is in the classes that extend it. */

const errors = require('internal/errors');
const Duplex = require('internal/streams/duplex');
const { initResource } = require('internal/async_hooks');
const { clearTimeout } = require('internal/timers');
const { kTimeout, kUpdateTimer, setStreamTimeout } = require('internal/net/stream_base');
const { goesOn } = require('internal/http2/progress');
const { nameOfCode } = require('internal/http2/nghttp');
const { observed } = require('internal/perf/measure');
const { tell } = require('internal/http2/watched');
const {
  kHandle, kID, kInit, kIsClient, kMaybeDestroy, kProceed, kSentHeaders, kSentInfoHeaders, kSentTrailers, kSession, kState,
} = require('internal/http2/symbols');

const natives = binding('http2');

const NO_ERROR = 0;
const INTERNAL_ERROR = 2;
const CANCEL = 8;

const ECANCELED = -require('os').constants.errno.ECANCELED;

/** When a stream that is closed tells the other side. */
const NEVER = 0;
const WHEN_FINISHED = 1;
const NOW = 2;

class Http2Stream extends Duplex {
  constructor(session, options) {
    super({ ...options, allowHalfOpen: true, decodeStrings: false, autoDestroy: false });
    initResource(this, 'HTTP2STREAM');
    // Nothing is asked for before somebody reads.
    this._readableState.readingMore = true;
    // Until it has a number, what is written is kept together.
    this.cork();
    session[kState].pendingStreams.add(this);
    this[kSession] = session;
    this[kHandle] = undefined;
    this[kID] = undefined;
    this[kTimeout] = null;
    this[kState] = {
      aborted: false,
      closed: false,
      didRead: false,
      endAfterHeaders: false,
      fd: -1,
      hasTrailers: false,
      headRequest: false,
      headersSent: false,
      rstCode: NO_ERROR,
      sendsFile: false,
      shutdown: false,
      trailersReady: false,
      trailersSent: false,
      writeQueueSize: 0,
      progress: 0,
      start: observed.by === null ? 0 : require('internal/perf/clock').now(),
    };
    this.on('pause', onPause);
  }

  /** The stream has its number. */
  [kInit](handle) {
    const state = this[kSession][kState];
    this[kHandle] = handle;
    this[kID] = natives.streamId(handle);
    natives.attach(handle, this);
    state.pendingStreams.delete(this);
    state.streams.set(this[kID], this);
    state.streamCount++;
    if (state.streams.size > state.maxStreams) state.maxStreams = state.streams.size;
    this.uncork();
    this.emit('ready');
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = {
      id: this[kID] || '<pending>',
      closed: this.closed,
      destroyed: this.destroyed,
      state: this.state,
      readableState: this._readableState,
      writableState: this._writableState,
    };
    return `Http2Stream ${require('internal/util/inspect').inspect(shown, { ...options, depth: depth === null ? null : depth - 1 })}`;
  }

  get bufferSize() {
    return this[kState].writeQueueSize + this.writableLength;
  }

  get endAfterHeaders() { return this[kState].endAfterHeaders; }

  get sentHeaders() { return this[kSentHeaders]; }

  get sentTrailers() { return this[kSentTrailers]; }

  get sentInfoHeaders() { return this[kSentInfoHeaders]; }

  get pending() { return this[kID] === undefined; }

  get id() { return this[kID]; }

  get session() { return this[kSession]; }

  get closed() { return this[kState].closed; }

  get aborted() { return this[kState].aborted; }

  get headersSent() { return this[kState].headersSent; }

  get rstCode() { return this[kState].rstCode; }

  get state() {
    if (this.destroyed || this.pending) return {};
    const [state, localClose, remoteClose, localWindowSize] = natives.streamState(this[kHandle]);
    // Priorities are no more: this is what a stream without one has.
    return { state, weight: 16, sumDependencyWeight: 0, localClose, remoteClose, localWindowSize };
  }

  [kUpdateTimer]() {
    if (this.destroyed) return;
    this[kTimeout]?.refresh();
    this[kSession]?.[kUpdateTimer]();
  }

  _onTimeout() {
    if (this.destroyed) return;
    if (goesOn(this[kState], this[kSession][kHandle])) this[kUpdateTimer]();
    else this.emit('timeout');
  }

  // Writing

  _write(data, encoding, callback) {
    write(this, false, data, encoding, callback);
  }

  _writev(entries, callback) {
    const chunks = entries.allBuffers ? entries.map(({ chunk }) => chunk) : entries;
    write(this, true, chunks, '', callback);
  }

  _final(callback) {
    if (this.pending) {
      this.once('ready', () => this._final(callback));
      return;
    }
    shutdown(this, () => {
      callback();
      // Behind 'finish'.
      process.nextTick(settle, this);
    });
  }

  // Reading

  _read() {
    if (this.destroyed) {
      this.push(null);
      return;
    }
    const state = this[kState];
    if (!state.didRead) {
      this._readableState.readingMore = false;
      state.didRead = true;
    }
    if (this.pending) this.once('ready', onResume);
    else onResume.call(this);
  }

  priority() {
    warnOfPriority();
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_STREAM();
  }

  sendTrailers(headers) {
    if (this.destroyed || this.closed) throw new errors.ERR_HTTP2_INVALID_STREAM();
    const state = this[kState];
    if (state.trailersSent) throw new errors.ERR_HTTP2_TRAILERS_ALREADY_SENT();
    if (!state.trailersReady) throw new errors.ERR_HTTP2_TRAILERS_NOT_READY();
    const { PSEUDO_OF_TRAILERS, assertIsObject, toList } = require('internal/http2/headers');
    assertIsObject(headers, 'headers');
    const sent = Object.assign({ __proto__: null }, headers);
    this[kUpdateTimer]();
    const { texts, sensitive } = toList(sent, PSEUDO_OF_TRAILERS);
    this[kSentTrailers] = sent;
    state.trailersSent = true;
    natives.trailers(this[kHandle], texts, sensitive);
  }

  close(code = NO_ERROR, callback) {
    const { validateFunction, validateInteger } = require('internal/validators');
    validateInteger(code, 'code', 0, 2 ** 32 - 1);
    if (callback !== undefined) validateFunction(callback, 'callback');
    if (this.closed) return;
    if (callback !== undefined) this.once('close', callback);
    closeStream(this, code);
  }

  _destroy(error, callback) {
    const session = this[kSession];
    const handle = this[kHandle];
    const state = this[kState];
    const sessionState = session[kState];
    const hadHandle = handle !== undefined;
    let code = this.closed ? state.rstCode : sessionState.goawayCode || sessionState.destroyCode;
    if (!this.closed && error !== null && !code) code = error.name === 'AbortError' ? CANCEL : INTERNAL_ERROR;
    if (!this.closed) closeStream(this, code, hadHandle ? NOW : NEVER);
    this.push(null);
    clearTimeout(this[kTimeout]);
    if (hadHandle) {
      natives.detach(handle);
      sessionState.streams.delete(this[kID]);
      if (observed.by !== null) require('internal/http2/statistics').streamEnded(session, handle, state.start);
    } else {
      sessionState.pendingStreams.delete(this);
    }
    sessionState.writeQueueSize -= state.writeQueueSize;
    state.writeQueueSize = 0;
    // A stream that was given up is no failure: 'aborted' has told of it.
    if (error === null && code !== NO_ERROR && code !== CANCEL) error = new errors.ERR_HTTP2_STREAM_ERROR(nameOfCode(code));
    this[kSession] = undefined;
    this[kHandle] = undefined;
    setImmediate(() => session[kMaybeDestroy]());
    if (error !== null) tell(session[kIsClient] ? 'client' : 'server', 'error', { stream: this, error });
    callback(error);
  }

  /** Destroys a stream that has nothing left to do. `this` may be told so by events of both sides. */
  [kMaybeDestroy](code = NO_ERROR) {
    if (code !== NO_ERROR) {
      this.destroy();
      return;
    }
    if (!this.writableFinished) return;
    if (!this.readable && this.closed) {
      this.destroy();
      return;
    }
    const state = this[kState];
    // Nobody has read the request that has been answered: the rest of it is not wanted. Promises of the same turn are made first.
    if (this[kSession] !== undefined && state.headersSent && !state.sendsFile && !this[kSession][kIsClient] && !state.hasTrailers && !state.didRead &&
        this.readableFlowing === null) {
      setImmediate(() => this.close(state.frameErrorCode));
    }
  }
}

Http2Stream.prototype.setTimeout = setStreamTimeout;

let warned = false;

function warnOfPriority() {
  if (warned) return;
  warned = true;
  process.emitWarning('http2Stream.priority is longer supported after priority signalling was deprecated in RFC 9113',
    'DeprecationWarning', 'DEP0194');
}

function onPause() {
  if (!this.destroyed && !this.pending) natives.readStop(this[kHandle]);
}

function onResume() {
  if (!this.destroyed) natives.readStart(this[kHandle]);
}

/** Counts bytes that are on their way. */
function track(stream, bytes) {
  stream[kState].writeQueueSize += bytes;
  const session = stream[kSession];
  if (session === undefined) return;
  session[kState].writeQueueSize += bytes;
  if (bytes > 0) stream[kState].progress = natives.progress(session[kHandle]);
}

/** A write as Java holds it. */
class WriteRequest {
  constructor(stream, callback) {
    this.stream = stream;
    this.callback = callback;
    this.bytes = 0;
  }

  done(status) {
    const { stream } = this;
    if (stream.destroyed) {
      this.callback(null);
      return;
    }
    track(stream, -this.bytes);
    if (status === ECANCELED) {
      // The connection is gone, or the other side has heard enough.
      if (!stream.closed) stream.close(CANCEL);
      else if (!stream.readable) stream.destroy();
      this.callback(null);
      return;
    }
    if (status < 0) {
      this.callback(errors.errnoException(status, 'write'));
      return;
    }
    stream[kUpdateTimer]();
    this.callback(null);
  }
}

function bytesOf(chunk, encoding) {
  return typeof chunk === 'string' && encoding !== 'utf8' && encoding !== 'utf-8' ? Buffer.from(chunk, encoding) : chunk;
}

function write(stream, many, data, encoding, callback) {
  if (stream.pending) {
    stream.once('ready', () => write(stream, many, data, encoding, callback));
    return;
  }
  // Written before the stream was there, which it never was: it has failed by now.
  if (stream.destroyed) return;
  stream[kUpdateTimer]();
  if (!stream.headersSent) stream[kProceed]();
  let left = 2;
  let failure;
  const part = (error) => {
    if (error) failure = require('internal/errors').aggregateTwoErrors(failure, error);
    if (--left > 0) return;
    if (failure) stream.destroy(failure);
    callback(failure);
  };
  // When nothing comes after it, the frame of the last piece can say so.
  process.nextTick(() => {
    const writable = stream._writableState;
    if (failure || !writable.ending || writable.bufferedRequestCount > 0 || stream[kState].hasTrailers) part();
    else shutdown(stream, part);
  });
  const request = new WriteRequest(stream, part);
  const chunks = !many ? [bytesOf(data, encoding)]
    : data.map((entry) => (ArrayBuffer.isView(entry) ? entry : bytesOf(entry.chunk, entry.encoding)));
  request.bytes = natives.write(stream[kHandle], chunks, request);
  track(stream, request.bytes);
  if (stream[kSession]?.[kIsClient]) {
    tell('client', 'bodyChunkSent', { stream, writev: many, data, encoding });
  }
}

/** Ends the writing side, once. */
function shutdown(stream, callback) {
  const state = stream[kState];
  const handle = stream[kHandle];
  if (handle === undefined || state.shutdown) {
    callback();
    return;
  }
  state.shutdown = true;
  natives.shutdown(handle);
  if (stream[kSession]?.[kIsClient]) tell('client', 'bodySent', { stream });
  callback();
}

function settle(stream) {
  if (!stream.destroyed) stream[kMaybeDestroy]();
}

/** A response has no trailers after all, so that its last piece of data ends it. A listener of the program's may yet give some. */
function dropTrailers(stream) {
  const state = stream[kState];
  if (!state.hasTrailers || state.trailersReady || stream.destroyed || stream.listenerCount('wantTrailers') > 1) return;
  state.hasTrailers = false;
  natives.dropTrailers(stream[kHandle]);
}

/** Begins the end of a stream. @param {number} when the other side is told: NEVER, WHEN_FINISHED or NOW */
function closeStream(stream, code, when = WHEN_FINISHED) {
  const state = stream[kState];
  state.closed = true;
  state.rstCode = code;
  stream.setTimeout(0);
  stream.removeAllListeners('timeout');
  const { ending } = stream._writableState;
  if (!ending) {
    // It is cut off while something could still be written.
    if (!stream.aborted || state.endAfterHeaders) {
      state.aborted = true;
      stream.emit('aborted');
    }
    stream.end();
  }
  tell(stream[kSession]?.[kIsClient] ? 'client' : 'server', 'close', { stream });
  if (when === NEVER) return;
  if (!ending || stream.writableFinished || code !== NO_ERROR || when === NOW) finishClose(stream, code);
  else stream.once('finish', () => finishClose(stream, code));
}

function finishClose(stream, code) {
  if (stream.pending) {
    stream.push(null);
    stream.once('ready', () => reset(stream, code));
  } else {
    reset(stream, code);
  }
}

function reset(stream, code) {
  // The end of a session is the end of its streams.
  if (stream[kHandle] === undefined || stream[kSession].destroyed) return;
  natives.reset(stream[kHandle], code);
}

module.exports = { Http2Stream, NEVER, NOW, closeStream, dropTrailers };
