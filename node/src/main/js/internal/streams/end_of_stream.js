'use strict';

/** `finished`: tells once when a stream has ended, failed, or was closed before its end. */

const predicates = require('internal/streams/predicates');
const {
  isClosed, isNodeStream, isReadable, isReadableErrored, isReadableFinished, isReadableNodeStream, isReadableStream, isWritable,
  isWritableErrored, isWritableFinished, isWritableNodeStream, isWritableStream, kIsClosedPromise,
} = predicates;
const { validateAbortSignal, validateFunction, validateObject } = require('internal/validators');
const errors = require('internal/errors');

function nop() {}

/** An old http client's request: told apart by what it has. */
function isRequest(stream) {
  return stream.setHeader && typeof stream.abort === 'function';
}

/** @returns {() => void} forgets the callback and removes all listeners */
function eos(stream, options, callback) {
  if (arguments.length === 2) {
    callback = options;
    options = {};
  } else if (options === null || options === undefined) {
    options = {};
  } else {
    validateObject(options, 'options');
  }
  validateFunction(callback, 'callback');
  validateAbortSignal(options.signal, 'options.signal');
  callback = require('internal/streams/context').bound(callback, 'STREAM_END_OF_STREAM');
  if (isReadableStream(stream) || isWritableStream(stream)) return watchWebStream(stream, options, callback);
  if (!isNodeStream(stream)) {
    throw new errors.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  const watch = new Watch(stream, options, callback);
  watch.listen();
  watch.checkNow();
  if (options.signal && !watch.closed) watch.abortWith(options.signal);
  return () => watch.stop();
}

/** One call of `finished`. */
class Watch {
  constructor(stream, options, callback) {
    this.stream = stream;
    this.callback = callback;
    this.readable = options.readable ?? isReadableNodeStream(stream);
    this.writable = options.writable ?? isWritableNodeStream(stream);
    // Whether 'close' can be waited for: only when all of the stream is watched.
    this.waitForClose = predicates.willEmitClose(stream) && isReadableNodeStream(stream) === this.readable &&
      isWritableNodeStream(stream) === this.writable;
    this.writableFinished = isWritableFinished(stream, false);
    this.readableFinished = isReadableFinished(stream, false);
    this.closed = isClosed(stream);
    this.withError = options.error !== false;
    this.listeners = [];
    this.disposable = undefined;
  }

  on(event, listener, emitter = this.stream) {
    emitter.on(event, listener);
    this.listeners.push(emitter, event, listener);
  }

  listen() {
    const { stream } = this;
    const onfinish = () => this.onFinish();
    const onclose = () => this.onClose();
    if (isRequest(stream)) {
      this.on('complete', onfinish);
      if (!this.waitForClose) this.on('abort', onclose);
      if (stream.req) this.on('finish', onfinish, stream.req);
      else this.on('request', () => this.on('finish', onfinish, stream.req));
    } else if (this.writable && !stream._writableState) {
      const onlegacyfinish = () => {
        if (!stream.writable) this.onFinish();
      };
      this.on('end', onlegacyfinish);
      this.on('close', onlegacyfinish);
    }
    if (!this.waitForClose && typeof stream.aborted === 'boolean') this.on('aborted', onclose);
    this.on('end', () => this.onEnd());
    this.on('finish', onfinish);
    if (this.withError) this.on('error', (error) => this.done(error));
    this.on('close', onclose);
  }

  /** The stream may be done already. */
  checkNow() {
    const { stream, readable, writable, waitForClose } = this;
    const w = stream._writableState;
    const r = stream._readableState;
    if (this.closed) {
      process.nextTick(() => this.onClose());
    } else if (w?.errorEmitted || r?.errorEmitted) {
      if (!waitForClose) process.nextTick(() => this.onClosed());
    } else if (!readable && (!waitForClose || isReadable(stream)) && (this.writableFinished || isWritable(stream) === false) &&
               !(w?.pendingcb > 0)) {
      process.nextTick(() => this.onClosed());
    } else if (!writable && (!waitForClose || isWritable(stream)) && (this.readableFinished || isReadable(stream) === false)) {
      process.nextTick(() => this.onClosed());
    } else if (r && stream.req && stream.aborted) {
      process.nextTick(() => this.onClosed());
    }
  }

  onFinish() {
    const { stream } = this;
    this.writableFinished = true;
    // A stream destroyed by now does not close as ours do.
    if (stream.destroyed) this.waitForClose = false;
    if (this.waitForClose && (!stream.readable || this.readable)) return;
    if (!this.readable || this.readableFinished) this.done();
  }

  onEnd() {
    const { stream } = this;
    this.readableFinished = true;
    if (stream.destroyed) this.waitForClose = false;
    if (this.waitForClose && (!stream.writable || this.writable)) return;
    if (!this.writable || this.writableFinished) this.done();
  }

  onClose() {
    const { stream } = this;
    this.closed = true;
    const error = isWritableErrored(stream) || isReadableErrored(stream);
    if (error && typeof error !== 'boolean') {
      this.done(error);
    } else if ((this.readable && !this.readableFinished && isReadableNodeStream(stream, true) && !isReadableFinished(stream, false)) ||
               (this.writable && !this.writableFinished && !isWritableFinished(stream, false))) {
      this.done(new errors.ERR_STREAM_PREMATURE_CLOSE());
    } else {
      this.done();
    }
  }

  onClosed() {
    const { stream } = this;
    this.closed = true;
    const error = isWritableErrored(stream) || isReadableErrored(stream);
    if (error && typeof error !== 'boolean') this.done(error);
    else this.done();
  }

  done(...args) {
    const { callback } = this;
    this.callback = nop;
    this.disposable?.();
    Reflect.apply(callback, this.stream, args);
  }

  abortWith(signal) {
    const abort = () => {
      const { callback } = this;
      this.stop();
      Reflect.apply(callback, this.stream, [new errors.AbortError(undefined, { cause: signal.reason })]);
    };
    if (signal.aborted) process.nextTick(abort);
    else this.disposable = onAbort(signal, abort);
  }

  stop() {
    this.callback = nop;
    this.disposable?.();
    const { listeners } = this;
    for (let i = 0; i < listeners.length; i += 3) listeners[i].removeListener(listeners[i + 1], listeners[i + 2]);
  }
}

/** Calls a listener on abort, even if another listener stops the event. @returns {() => void} removes it */
function onAbort(signal, listener) {
  const { kResistStopPropagation } = require('internal/events/symbols');
  signal.addEventListener('abort', listener, { once: true, [kResistStopPropagation]: true });
  return () => signal.removeEventListener('abort', listener);
}

function watchWebStream(stream, options, callback) {
  const { signal } = options;
  let settled = false;
  let disposable;
  if (signal) {
    const abort = () => {
      if (settled) return;
      settled = true;
      Reflect.apply(callback, stream, [new errors.AbortError(undefined, { cause: signal.reason })]);
    };
    if (signal.aborted) process.nextTick(abort);
    else disposable = onAbort(signal, abort);
  }
  const onSettled = (...args) => {
    if (settled) return;
    settled = true;
    disposable?.();
    process.nextTick(() => Reflect.apply(callback, stream, args));
  };
  stream[kIsClosedPromise].promise.then(onSettled, onSettled);
  return nop;
}

/** `finished` of `stream/promises`. */
function finished(stream, options) {
  let autoCleanup = false;
  if (options === null || options === undefined) options = {};
  if (options?.cleanup) {
    require('internal/validators').validateBoolean(options.cleanup, 'cleanup');
    autoCleanup = options.cleanup;
  }
  return new Promise((resolve, reject) => {
    const cleanup = eos(stream, options, (error) => {
      if (autoCleanup) cleanup();
      if (error) reject(error);
      else resolve();
    });
  });
}

module.exports = { eos, finished, onAbort };
