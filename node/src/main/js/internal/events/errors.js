'use strict';

/** What emitters do about errors and leaks: rare, so not loaded with `events`. */

const kEnhanceStack = Symbol('kEnhanceStackBeforeInspector');
const kRejection = Symbol.for('nodejs.rejection');

/**
 * The error to throw for an `error` event that nobody listens to: the value itself if it is an Error, else
 * ERR_UNHANDLED_ERROR around it.
 * @param {Function} emit the function that found out; the stack starts above it
 */
function unheard(emitter, error, emit) {
  if (error instanceof Error) {
    rememberPlace(emitter, error, emit);
    return error;
  }
  const { ERR_UNHANDLED_ERROR } = require('internal/errors');
  const wrapper = new ERR_UNHANDLED_ERROR(describe(error));
  wrapper.context = error;
  return wrapper;
}

function describe(value) {
  try {
    return require('internal/util/inspect').inspect(value);
  } catch {
    return value;
  }
}

/** Notes on the error where it was emitted; the text is added only if the error turns out to be fatal. */
function rememberPlace(emitter, error, emit) {
  const place = {};
  try {
    Error.captureStackTrace(place, emit);
    Object.defineProperty(error, kEnhanceStack, {
      configurable: true,
      value: () => `${error.stack}\nEmitted 'error' event${onInstanceOf(emitter)} at:\n${framesOf(place.stack)}`,
    });
  } catch {
    // A frozen or exotic error goes without the note.
  }
}

function onInstanceOf(emitter) {
  const name = emitter.constructor?.name;
  return typeof name === 'string' && name !== 'EventEmitter' ? ` on ${name} instance` : '';
}

function framesOf(stack) {
  return stack.slice(stack.indexOf('\n') + 1);
}

/**
 * Extends the stack of an error that ends the program with the place where it was emitted, if that was noted.
 * For the last resort of uncaught exceptions, right before it prints.
 */
function enhanceFatalStack(error) {
  const enhance = error?.[kEnhanceStack];
  if (typeof enhance !== 'function') return;
  try {
    error.stack = enhance();
  } catch {
    // A stack that can't be read or replaced is printed as it is.
  }
}

/** Follows the promise a listener returned, when the emitter captures rejections. */
function captureRejection(emitter, kCapture, result, type, args) {
  try {
    const then = result.then;
    if (typeof then === 'function') {
      then.call(result, undefined, (error) => process.nextTick(reject, emitter, kCapture, error, type, args));
    }
  } catch (error) {
    emitter.emit('error', error);
  }
}

function reject(emitter, kCapture, error, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    emitter[kRejection](error, type, ...args);
    return;
  }
  // An 'error' listener that rejects in turn must not come here again.
  const captured = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = captured;
  }
}

function leakWarning(kind, holder, type, count, max, remedy) {
  const name = require('internal/util/inspect').inspect(holder, { depth: -1 });
  const warning = new Error(`Possible ${kind} memory leak detected. ${count} ${String(type)} listeners added to ` +
                            `${name}. MaxListeners is ${max}. Use ${remedy} to increase limit`);
  warning.name = 'MaxListenersExceededWarning';
  return warning;
}

/** Warns that an emitter has more listeners for one name than it should. */
function warnOfLeak(emitter, type, count, max) {
  const warning = leakWarning('EventEmitter', emitter, type, count, max, 'emitter.setMaxListeners()');
  process.emitWarning(Object.assign(warning, { emitter, type, count }));
}

/** Warns that an event target has more listeners for one type than it should. */
function warnOfTargetLeak(target, type, count, max) {
  const warning = leakWarning('EventTarget', target, type, count, max, 'events.setMaxListeners()');
  process.emitWarning(Object.assign(warning, { target, type, count }));
}

/** Warns that null or undefined was added as a listener. */
function warnOfNoListener(target, type, listener) {
  const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
  warning.name = 'AddEventListenerArgumentTypeWarning';
  process.emitWarning(Object.assign(warning, { target, type }));
}

module.exports = { captureRejection, enhanceFatalStack, unheard, warnOfLeak, warnOfNoListener, warnOfTargetLeak };
