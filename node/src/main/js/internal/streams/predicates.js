'use strict';

/**
 * Questions about anything that may be a stream: ours, an older or foreign one, an http message, a web stream. `null`
 * means that the value cannot say. The questions that begin with `has` and `closes`, and those that end in `Of`, are for
 * those who know already that it is a Node stream: every pipe asks a dozen of them for each message.
 */

const kIsDestroyed = Symbol.for('nodejs.stream.destroyed');
const kIsErrored = Symbol.for('nodejs.stream.errored');
const kIsReadable = Symbol.for('nodejs.stream.readable');
const kIsWritable = Symbol.for('nodejs.stream.writable');
const kIsDisturbed = Symbol.for('nodejs.stream.disturbed');
/** Of web streams: a promise that settles when the stream has ended. */
const kIsClosedPromise = Symbol.for('nodejs.webstream.isClosedPromise');
/** Of web streams: a function that makes the stream fail. */
const kControllerErrorFunction = Symbol.for('nodejs.webstream.controllerErrorFunction');

function isReadableNodeStream(value, strict = false) {
  return !!(value && typeof value.pipe === 'function' && typeof value.on === 'function' &&
    (!strict || (typeof value.pause === 'function' && typeof value.resume === 'function')) &&
    (!value._writableState || (value._readableState && value._readableState.readable !== false)));
}

function isWritableNodeStream(value) {
  return !!(value && typeof value.write === 'function' && typeof value.on === 'function' &&
    (!value._readableState || value._writableState?.writable !== false));
}

function isDuplexNodeStream(value) {
  return !!(value && typeof value.pipe === 'function' && value._readableState && typeof value.on === 'function' &&
    typeof value.write === 'function');
}

function isNodeStream(value) {
  return !!(value && (value._readableState || value._writableState ||
    (typeof value.on === 'function' && (typeof value.write === 'function' || typeof value.pipe === 'function'))));
}

function isReadableStream(value) {
  return !!(value && !isNodeStream(value) && typeof value.pipeThrough === 'function' && typeof value.getReader === 'function' &&
    typeof value.cancel === 'function');
}

function isWritableStream(value) {
  return !!(value && !isNodeStream(value) && typeof value.getWriter === 'function' && typeof value.abort === 'function');
}

function isTransformStream(value) {
  return !!(value && !isNodeStream(value) && typeof value.readable === 'object' && typeof value.writable === 'object');
}

function isWebStream(value) {
  return isReadableStream(value) || isWritableStream(value) || isTransformStream(value);
}

/** @param {boolean} [isAsync] which kind of iterable it must be; either, when it is not given */
function isIterable(value, isAsync) {
  if (value === null || value === undefined) return false;
  if (isAsync !== false && typeof value[Symbol.asyncIterator] === 'function') return true;
  return isAsync !== true && typeof value[Symbol.iterator] === 'function';
}

function hasBeenDestroyed(stream) {
  return !!(stream.destroyed || stream[kIsDestroyed] || (stream._writableState || stream._readableState)?.destroyed);
}

function isDestroyed(stream) {
  return isNodeStream(stream) ? hasBeenDestroyed(stream) : null;
}

/** Whether `end` has been called. */
function hasWritableEnded(stream) {
  if (stream.writableEnded === true) return true;
  const w = stream._writableState;
  if (w?.errored) return false;
  return typeof w?.ended === 'boolean' ? w.ended : null;
}

function isWritableEnded(stream) {
  return isWritableNodeStream(stream) ? hasWritableEnded(stream) : null;
}

/** Whether `finish` was emitted; not strictly: or will be without more writing. */
function hasWritableFinished(stream, strict) {
  if (stream.writableFinished === true) return true;
  const w = stream._writableState;
  if (w?.errored) return false;
  if (typeof w?.finished !== 'boolean') return null;
  return w.finished || (strict === false && w.ended === true && w.length === 0);
}

function isWritableFinished(stream, strict) {
  return isWritableNodeStream(stream) ? hasWritableFinished(stream, strict) : null;
}

/** Whether `end` was emitted; not strictly: or will be without more reading. */
function hasReadableFinished(stream, strict) {
  const r = stream._readableState;
  if (r?.errored) return false;
  if (typeof r?.endEmitted !== 'boolean') return null;
  return r.endEmitted || (strict === false && r.ended === true && r.length === 0);
}

function isReadableFinished(stream, strict) {
  return isReadableNodeStream(stream) ? hasReadableFinished(stream, strict) : null;
}

function isReadable(stream) {
  if (stream && stream[kIsReadable] != null) return stream[kIsReadable];
  if (typeof stream?.readable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isReadableNodeStream(stream) && stream.readable && !hasReadableFinished(stream);
}

function isWritable(stream) {
  if (stream && stream[kIsWritable] != null) return stream[kIsWritable];
  if (typeof stream?.writable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isWritableNodeStream(stream) && stream.writable && !hasWritableEnded(stream);
}

/** Whether nothing more can come from the stream or go into it. */
function isFinished(stream, options) {
  if (!isNodeStream(stream)) return null;
  if (isDestroyed(stream)) return true;
  if (options?.readable !== false && isReadable(stream)) return false;
  return !(options?.writable !== false && isWritable(stream));
}

/** The error that a side has met, `true` where only that is known. */
function errorOf(stream) {
  return stream.writableErrored || (stream._writableState?.errored ?? null) ||
    stream.readableErrored || (stream._readableState?.errored ?? null);
}

function isOutgoingMessage(stream) {
  return typeof stream._closed === 'boolean' && typeof stream._defaultKeepAlive === 'boolean' &&
    typeof stream._removedConnection === 'boolean' && typeof stream._removedContLen === 'boolean';
}

function isServerResponse(stream) {
  return typeof stream._sent100 === 'boolean' && isOutgoingMessage(stream);
}

function isServerRequest(stream) {
  return typeof stream._consuming === 'boolean' && typeof stream._dumped === 'boolean' &&
    stream.req?.upgradeOrConnect === undefined;
}

function hasClosed(stream) {
  if (typeof stream.closed === 'boolean') return stream.closed;
  const w = stream._writableState;
  const r = stream._readableState;
  if (typeof w?.closed === 'boolean' || typeof r?.closed === 'boolean') return w?.closed || r?.closed;
  return typeof stream._closed === 'boolean' && isOutgoingMessage(stream) ? stream._closed : null;
}

function isClosed(stream) {
  return isNodeStream(stream) ? hasClosed(stream) : null;
}

/** Whether `close` will come by itself. */
function closesItself(stream) {
  const state = stream._writableState || stream._readableState;
  if (!state) return isServerResponse(stream);
  return !!(state.autoDestroy && state.emitClose && state.closed === false);
}

function isDisturbed(stream) {
  return !!(stream && (stream[kIsDisturbed] ?? (stream.readableDidRead || stream.readableAborted)));
}

function isErrored(stream) {
  if (!stream) return false;
  const r = stream._readableState;
  const w = stream._writableState;
  return !!(stream[kIsErrored] ?? stream.readableErrored ?? stream.writableErrored ?? r?.errorEmitted ??
    w?.errorEmitted ?? r?.errored ?? w?.errored);
}

module.exports = {
  closesItself,
  errorOf,
  hasClosed,
  hasReadableFinished,
  hasWritableFinished,
  isClosed,
  isDestroyed,
  isDisturbed,
  isDuplexNodeStream,
  isErrored,
  isFinished,
  isIterable,
  isNodeStream,
  isOutgoingMessage,
  isReadable,
  isReadableFinished,
  isReadableNodeStream,
  isReadableStream,
  isServerRequest,
  isServerResponse,
  isTransformStream,
  isWebStream,
  isWritable,
  isWritableEnded,
  isWritableFinished,
  isWritableNodeStream,
  isWritableStream,
  kControllerErrorFunction,
  kIsClosedPromise,
  kIsDestroyed,
  kIsDisturbed,
  kIsErrored,
  kIsReadable,
  kIsWritable,
};
