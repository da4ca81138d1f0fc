'use strict';

/** How streams are built (`_construct`), fail and are destroyed: the order of `error` and `close`, each at most once. */

const {
  AUTO_DESTROY, CLOSED, CLOSE_EMITTED, CONSTRUCTED, DESTROYED, EMIT_CLOSE, ERROR_EMITTED,
} = require('internal/streams/state');

/** Of a stream that is being constructed: what to do once it is. */
const kOnConstructed = Symbol('onConstructed');
/** Of a stream destroyed while it was being constructed: the arguments of that call. */
const kPendingDestroy = Symbol('pendingDestroy');
/** On foreign streams that `destroyer` has dealt with. */
const kIsDestroyed = Symbol.for('nodejs.stream.destroyed');

/** The flags of both sides that are set in either. */
function eitherBits(stream) {
  return (stream._readableState?.bits ?? 0) | (stream._writableState?.bits ?? 0);
}

function setBoth(stream, bit) {
  const r = stream._readableState;
  const w = stream._writableState;
  if (r) r.bits |= bit;
  if (w) w.bits |= bit;
}

/** Keeps the first error of each side. */
function rememberError(stream, error) {
  if (!error) return;
  // Reading the stack now keeps it from holding on to what the error's frames refer to.
  error.stack; // eslint-disable-line no-unused-expressions
  const r = stream._readableState;
  const w = stream._writableState;
  if (w && !w.errored) w.errored = error;
  if (r && !r.errored) r.errored = error;
}

/** The method of all streams. The callback is called once `_destroy` is done, or at once when there is nothing to do. */
function destroy(error, callback) {
  if ((eitherBits(this) & DESTROYED) !== 0) {
    if (typeof callback === 'function') callback();
    return this;
  }
  rememberError(this, error);
  setBoth(this, DESTROYED);
  const state = this._writableState || this._readableState;
  if (state === undefined || (state.bits & CONSTRUCTED) !== 0) runDestroy(this, error, callback);
  else this[kPendingDestroy] = { error, callback };
  return this;
}

function runDestroy(stream, error, callback) {
  let called = false;

  function onDestroyed(failure) {
    if (called) return;
    called = true;
    rememberError(stream, failure);
    setBoth(stream, CLOSED);
    if (typeof callback === 'function') callback(failure);
    if (failure) process.nextTick(emitErrorAndClose, stream, failure);
    else process.nextTick(emitClose, stream);
  }

  try {
    stream._destroy(error || null, onDestroyed);
  } catch (failure) {
    onDestroyed(failure);
  }
}

function emitErrorAndClose(stream, error) {
  emitError(stream, error);
  emitClose(stream);
}

function emitClose(stream) {
  setBoth(stream, CLOSE_EMITTED);
  if ((eitherBits(stream) & EMIT_CLOSE) !== 0) stream.emit('close');
}

function emitError(stream, error) {
  if ((eitherBits(stream) & ERROR_EMITTED) !== 0) return;
  setBoth(stream, ERROR_EMITTED);
  stream.emit('error', error);
}

/** Makes a destroyed stream usable again: sockets that reconnect need it. */
function undestroy() {
  const cleared = CLOSED | CLOSE_EMITTED | DESTROYED | ERROR_EMITTED;
  const r = this._readableState;
  if (r) {
    r.bits = (r.bits | CONSTRUCTED) & ~cleared;
    r.errored = null;
    r.reading = false;
    r.ended = r.endEmitted = r.readable === false;
  }
  const w = this._writableState;
  if (w) {
    w.bits = (w.bits | CONSTRUCTED) & ~cleared;
    w.errored = null;
    w.finalCalled = w.prefinished = false;
    w.ended = w.ending = w.finished = w.writable === false;
  }
}

/**
 * Reports an error that the stream met: destroys it, or only emits `error` when it is not destroyed by itself.
 * @param {boolean} [sync] whether the caller's own caller must return before listeners run
 */
function errorOrDestroy(stream, error, sync) {
  const bits = eitherBits(stream);
  if ((bits & DESTROYED) !== 0) return;
  if ((bits & AUTO_DESTROY) !== 0) {
    stream.destroy(error);
  } else if (error) {
    rememberError(stream, error);
    if (sync) process.nextTick(emitError, stream, error);
    else emitError(stream, error);
  }
}

/**
 * Starts `_construct`, if the stream has one. Until it is done nothing is read, written or destroyed.
 * @param {(stream: object) => void} onConstructed goes on with what was asked for meanwhile
 */
function construct(stream, onConstructed) {
  if (typeof stream._construct !== 'function') return;
  const r = stream._readableState;
  const w = stream._writableState;
  if (r) r.bits &= ~CONSTRUCTED;
  if (w) w.bits &= ~CONSTRUCTED;
  if (stream[kOnConstructed] !== undefined) {
    stream[kOnConstructed].push(onConstructed);
    return;
  }
  stream[kOnConstructed] = [onConstructed];
  process.nextTick(runConstruct, stream);
}

function runConstruct(stream) {
  let called = false;

  function onConstructed(error) {
    if (called) {
      errorOrDestroy(stream, error ?? new (require('internal/errors').ERR_MULTIPLE_CALLBACK)());
      return;
    }
    called = true;
    setBoth(stream, CONSTRUCTED);
    const waiting = stream[kOnConstructed];
    const pending = stream[kPendingDestroy];
    stream[kOnConstructed] = stream[kPendingDestroy] = undefined;
    if (pending !== undefined) {
      runDestroy(stream, require('internal/errors').aggregateTwoErrors(error, pending.error), pending.callback);
    } else if (error) {
      errorOrDestroy(stream, error, true);
    } else {
      for (const go of waiting) go(stream);
    }
  }

  try {
    stream._construct((error) => process.nextTick(onConstructed, error));
  } catch (error) {
    process.nextTick(onConstructed, error);
  }
}

function isRequest(stream) {
  return stream?.setHeader && typeof stream.abort === 'function';
}

/** Destroys any kind of stream, a foreign one with what it has instead; an AbortError ends one that is not done. */
function destroyer(stream, error) {
  if (!stream) return;
  const { isDestroyed, isFinished, isServerRequest } = require('internal/streams/predicates');
  if (isDestroyed(stream)) return;
  if (!error && !isFinished(stream)) error = new (require('internal/errors').AbortError)();
  if (isServerRequest(stream)) {
    stream.socket = null;
    stream.destroy(error);
  } else if (isRequest(stream)) {
    stream.abort();
  } else if (isRequest(stream.req)) {
    stream.req.abort();
  } else if (typeof stream.destroy === 'function') {
    stream.destroy(error);
  } else if (typeof stream.close === 'function') {
    stream.close();
  } else {
    // An old stream cannot be destroyed, but its listeners can be told.
    process.nextTick(tellOldStream, stream, error);
  }
  if (!stream.destroyed) stream[kIsDestroyed] = true;
}

function tellOldStream(stream, error) {
  if (error) stream.emit('error', error);
  stream.emit('close');
}

module.exports = { construct, destroy, destroyer, errorOrDestroy, kIsDestroyed, undestroy };
