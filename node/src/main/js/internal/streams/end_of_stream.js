'use strict';

/** `finished`: tells once when a stream has ended, failed, or was closed before its end. */

const {
  closesItself, errorOf, hasClosed, hasReadableFinished, hasWritableFinished, isNodeStream, isReadable, isReadableNodeStream,
  isReadableStream, isWritable, isWritableFinished, isWritableNodeStream, isWritableStream, kIsClosedPromise,
} = require('internal/streams/predicates');
const { bound } = require('internal/streams/context');
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
  callback = bound(callback, 'STREAM_END_OF_STREAM');
  if (!isNodeStream(stream)) {
    if (isReadableStream(stream) || isWritableStream(stream)) return watchWebStream(stream, options, callback);
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
    const readable = isReadableNodeStream(stream);
    const writable = isWritableNodeStream(stream);
    this.readable = options.readable ?? readable;
    this.writable = options.writable ?? writable;
    // Whether 'close' can be waited for: only when all of the stream is watched.
    this.waitForClose = closesItself(stream) && readable === this.readable && writable === this.writable;
    this.writableFinished = writable ? hasWritableFinished(stream, false) : null;
    this.readableFinished = readable ? hasReadableFinished(stream, false) : null;
    this.closed = hasClosed(stream);
    this.disposable = undefined;
    this.onend = () => this.onEnd();
    this.onfinish = () => this.onFinish();
    this.onerror = options.error === false ? undefined : (error) => this.done(error);
    this.onclose = () => this.onClose();
    // What else is listened to: emitter, event, listener, one after the other.
    this.others = undefined;
  }

  listenElse(emitter, event, listener) {
    emitter.on(event, listener);
    (this.others ??= []).push(emitter, event, listener);
  }

  listen() {
    const { stream } = this;
    if (isRequest(stream)) this.listenToRequest();
    else if (this.writable && !stream._writableState) this.listenToOldWritable();
    if (!this.waitForClose && typeof stream.aborted === 'boolean') this.listenElse(stream, 'aborted', this.onclose);
    stream.on('end', this.onend);
    stream.on('finish', this.onfinish);
    if (this.onerror !== undefined) stream.on('error', this.onerror);
    stream.on('close', this.onclose);
  }

  listenToRequest() {
    const { stream } = this;
    this.listenElse(stream, 'complete', this.onfinish);
    if (!this.waitForClose) this.listenElse(stream, 'abort', this.onclose);
    if (stream.req) this.listenElse(stream.req, 'finish', this.onfinish);
    else this.listenElse(stream, 'request', () => this.listenElse(stream.req, 'finish', this.onfinish));
  }

  listenToOldWritable() {
    const { stream } = this;
    const onlegacyfinish = () => {
      if (!stream.writable) this.onFinish();
    };
    this.listenElse(stream, 'end', onlegacyfinish);
    this.listenElse(stream, 'close', onlegacyfinish);
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
    const error = errorOf(stream);
    if (error && typeof error !== 'boolean') {
      this.done(error);
    } else if ((this.readable && !this.readableFinished && isReadableNodeStream(stream, true) && !hasReadableFinished(stream, false)) ||
               (this.writable && !this.writableFinished && !isWritableFinished(stream, false))) {
      this.done(new errors.ERR_STREAM_PREMATURE_CLOSE());
    } else {
      this.done();
    }
  }

  onClosed() {
    const { stream } = this;
    this.closed = true;
    const error = errorOf(stream);
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
    const { stream, others } = this;
    if (others !== undefined) {
      for (let i = 0; i < others.length; i += 3) others[i].removeListener(others[i + 1], others[i + 2]);
    }
    stream.removeListener('end', this.onend);
    stream.removeListener('finish', this.onfinish);
    if (this.onerror !== undefined) stream.removeListener('error', this.onerror);
    stream.removeListener('close', this.onclose);
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
