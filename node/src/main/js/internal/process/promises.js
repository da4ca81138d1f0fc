'use strict';

/* Promises that were rejected while nobody handled them. Loaded at the first one. */

const { current, enter } = require('internal/async_context');
const { getOption } = require('internal/options');

/** What was reported, by promise, for handlers that come late. */
const known = new WeakMap();
/** What nobody handles yet, by promise. Most are handled before they would be reported, and are forgotten then. */
let pending = new Map();
/** What is being reported: handlers of one may still handle another. */
let reporting = pending;
let handledLate = [];
let lastId = 0;
let warnedOfSettling = false;

/** Notes a promise that was rejected without a handler. */
function rejected(promise, reason) {
  pending.set(promise, { promise, reason, id: ++lastId, domain: process.domain, scope: current() });
}

/** Notes that a promise got its first handler after its rejection. */
function handled(promise) {
  if (pending.delete(promise) || reporting.delete(promise)) return;
  const info = known.get(promise);
  if (info === undefined) return;
  known.delete(promise);
  handledLate.push(info);
}

/** Reports what is still unhandled. Returns whether anything ran. */
function processRejections() {
  let ran = false;
  while (handledLate.length > 0) {
    const { promise, id } = handledLate.shift();
    ran = true;
    if (emitSafely('rejectionHandled', promise)) continue;
    const warning = new Error(`Promise rejection was handled asynchronously (rejection id: ${id})`);
    warning.name = 'PromiseRejectionHandledWarning';
    warning.id = id;
    process.emitWarning(warning);
  }
  if (pending.size === 0) return ran;
  reporting = pending;
  pending = new Map();
  for (const [promise, info] of reporting) {
    reporting.delete(promise);
    known.set(promise, info);
    ran = true;
    reportInContext(info);
  }
  return ran;
}

const modes = {
  strict(info) {
    uncaught(info);
    if (!emit(info)) warn(info);
  },
  throw(info) {
    if (!emit(info)) uncaught(info);
  },
  warn(info) {
    emit(info);
    warn(info);
  },
  none(info) {
    emit(info);
  },
  'warn-with-error-code'(info) {
    if (emit(info)) return;
    warn(info);
    process.exitCode = 1;
  },
};

const report = modes[getOption('--unhandled-rejections')];

/** Reports where the promise was rejected: in its async context, and as its callback where hooks know it. */
function reportInContext(info) {
  const outer = enter(info.scope);
  try {
    const { execution, kAsyncId, runInResource } = require('internal/async_hooks');
    if (execution.events === null || info.promise[kAsyncId] === undefined) report(info);
    else runInResource(info.promise, report, undefined, [info]);
  } finally {
    enter(outer);
  }
}

function emit({ reason, promise, domain }) {
  if (domain) return domain.emit('error', reason);
  return emitSafely('unhandledRejection', reason, promise);
}

/** What a listener throws is an uncaught error of its own. */
function emitSafely(name, ...args) {
  try {
    return process.emit(name, ...args);
  } catch (error) {
    require('internal/process/fatal').onUncaught(error, false);
    return true;
  }
}

/** Reports a promise that was settled again, after whoever settled it has run. */
function settledAgain(promise, value, rejected) {
  if (process.listenerCount('multipleResolves') === 0) return;
  process.nextTick(() => process.emit('multipleResolves', rejected ? 'reject' : 'resolve', promise, value));
  if (warnedOfSettling) return;
  warnedOfSettling = true;
  process.emitWarning('The multipleResolves event has been deprecated.', 'DeprecationWarning', 'DEP0160');
}

function isErrorLike(value) {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'stack');
}

function uncaught({ reason }) {
  require('internal/process/fatal').onUncaught(isErrorLike(reason) ? reason : new UnhandledPromiseRejection(reason), true);
}

/** What a rejection whose reason is no error is reported as. */
class UnhandledPromiseRejection extends Error {
  constructor(reason) {
    super('This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was ' +
      `not handled with .catch(). The promise rejected with the reason "${describe(reason)}".`);
    this.code = 'ERR_UNHANDLED_REJECTION';
  }
}

Object.defineProperty(UnhandledPromiseRejection.prototype, 'name', { value: 'UnhandledPromiseRejection', writable: true, configurable: true });

/** A short text of any value that runs none of its code. */
function describe(reason) {
  if (typeof reason === 'function') return Function.prototype.toString.call(reason);
  if (typeof reason !== 'object' || reason === null) return String(reason);
  if (Array.isArray(reason)) return '[object Array]';
  const prototype = require('internal/util/types').isProxy(reason) ? null : Object.getPrototypeOf(reason);
  const constructor = prototype && Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return `#<${constructor?.name || 'Object'}>`;
}

function warn({ reason, id }) {
  const warning = new Error(
    'Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch block, ' +
    'or by rejecting a promise which was not handled with .catch(). To terminate the node process on unhandled promise rejection, ' +
    `use the CLI flag \`--unhandled-rejections=strict\` (see https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). (rejection id: ${id})`);
  warning.name = 'UnhandledPromiseRejectionWarning';
  try {
    if (isErrorLike(reason)) {
      warning.stack = reason.stack;
      process.emitWarning(reason.stack, 'UnhandledPromiseRejectionWarning');
    } else {
      process.emitWarning(describe(reason), 'UnhandledPromiseRejectionWarning');
    }
  } catch {
    // The reason's own accessors threw; the warning itself still follows.
  }
  process.emitWarning(warning);
}

module.exports = { rejected, handled, processRejections, settledAgain };
