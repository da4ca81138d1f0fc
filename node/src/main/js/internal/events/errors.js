'use strict';

/** What emitters do about errors and leaks: rare, so not loaded with `events`. */

const kRejection = Symbol.for('nodejs.rejection');

/** How far Node indents the statement that throws an error that nobody listens to. */
const INDENT = 6;

/** Errors that were emitted where nobody listened → what the end of the program prints of that. */
const places = new WeakMap();

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
  Error.captureStackTrace(wrapper, emit);
  places.set(wrapper, { at: throwPlace() });
  return wrapper;
}

function describe(value) {
  try {
    return require('internal/util/inspect').inspect(value);
  } catch {
    return value;
  }
}

/** Notes where an error was emitted; the text is added only if the error turns out to be fatal. */
function rememberPlace(emitter, error, emit) {
  const emitted = {};
  Error.captureStackTrace(emitted, emit);
  places.set(error, { at: throwPlace(), note: () => `Emitted 'error' event${onInstanceOf(emitter)} at:\n${framesOf(emitted.stack)}` });
}

/** The place of the statement that throws what `unheard` returns: it stands below the call. */
function throwPlace() {
  const holder = {};
  Error.captureStackTrace(holder, unheard);
  const [, line] = /node:events:(\d+):/.exec(holder.stack) ?? [];
  if (line === undefined) return undefined;   // a program has changed how stacks look
  const statement = "throw er; // Unhandled 'error' event";
  return { file: 'node:events', line: Number(line) + 1, column: INDENT + 1, text: `${' '.repeat(INDENT)}${statement}`, length: 1 };
}

function onInstanceOf(emitter) {
  const name = emitter.constructor?.name;
  return typeof name === 'string' && name !== 'EventEmitter' ? ` on ${name} instance` : '';
}

function framesOf(stack) {
  return stack.slice(stack.indexOf('\n') + 1);
}

/**
 * Where an error was thrown that ends the program because nobody listened to its event; its stack gets the place where it was emitted.
 * Undefined for any other value.
 */
function unheardAt(error) {
  const place = places.get(error);
  if (place === undefined) return undefined;
  places.delete(error);
  try {
    if (place.note !== undefined) error.stack = `${error.stack}\n${place.note()}`;
  } catch {
    // A stack that can't be read or replaced is printed as it is.
  }
  return place.at;
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

module.exports = { captureRejection, unheard, unheardAt, warnOfLeak, warnOfNoListener, warnOfTargetLeak };
