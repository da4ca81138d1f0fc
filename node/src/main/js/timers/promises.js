'use strict';

/** `node:timers/promises`. */

const errors = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateNumber, validateObject } = require('internal/validators');
const { Timeout, clearTimeout, restart } = require('internal/timers');
const { Immediate, clearImmediate } = require('internal/timers/immediates');

const kScheduler = Symbol('kScheduler');

function abortError(signal) {
  return new errors.AbortError(undefined, { cause: signal.reason });
}

/** @returns {{signal: AbortSignal|undefined, ref: boolean}} */
function checkedOptions(options) {
  validateObject(options, 'options');
  const { signal, ref = true } = options;
  validateAbortSignal(signal, 'options.signal');
  validateBoolean(ref, 'options.ref');
  return { signal, ref };
}

/**
 * A promise of what fires once.
 * @param {(resolve: Function) => object} arm starts it
 * @param {(timer: object) => void} disarm ends it, because the signal aborts
 */
function promiseOf(signal, arm, disarm) {
  if (signal?.aborted) return Promise.reject(abortError(signal));
  if (signal === undefined) return new Promise(arm);
  let onAbort;
  const promise = new Promise((resolve, reject) => {
    const timer = arm(resolve);
    onAbort = () => {
      disarm(timer);
      reject(abortError(signal));
    };
    signal.addEventListener('abort', onAbort, { once: true, [require('internal/events/symbols').kResistStopPropagation]: true });
  });
  const stopListening = () => signal.removeEventListener('abort', onAbort);
  promise.then(stopListening, stopListening);
  return promise;
}

function setTimeout(delay, value, options = {}) {
  try {
    if (delay !== undefined) validateNumber(delay, 'delay');
    options = checkedOptions(options);
  } catch (error) {
    return Promise.reject(error);
  }
  return promiseOf(options.signal, (resolve) => {
    const timeout = new Timeout(resolve, delay, [value], false, options.ref);
    restart(timeout);
    return timeout;
  }, clearTimeout);
}

function setImmediate(value, options = {}) {
  try {
    options = checkedOptions(options);
  } catch (error) {
    return Promise.reject(error);
  }
  return promiseOf(options.signal, (resolve) => {
    const immediate = new Immediate(resolve, [value]);
    if (!options.ref) immediate.unref();
    return immediate;
  }, clearImmediate);
}

/** Yields `value` once for each time that has passed, those that passed while the consumer was busy included. */
async function* setInterval(delay, value, options = {}) {
  if (delay !== undefined) validateNumber(delay, 'delay');
  const { signal, ref } = checkedOptions(options);
  if (signal?.aborted) throw abortError(signal);
  let due = 0;
  let wake;
  const onAbort = () => {
    clearTimeout(interval);
    wake?.();
  };
  const interval = new Timeout(() => {
    due++;
    wake?.();
  }, delay, undefined, true, ref);
  restart(interval);
  signal?.addEventListener('abort', onAbort, { once: true, [require('internal/events/symbols').kResistStopPropagation]: true });
  try {
    while (!signal?.aborted) {
      if (due === 0) await new Promise((resolve) => { wake = resolve; });
      for (; due > 0; due--) yield value;
    }
    throw abortError(signal);
  } finally {
    clearTimeout(interval);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** https://github.com/WICG/scheduling-apis, as far as Node has it. */
class Scheduler {
  constructor() {
    throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
  }

  yield() {
    if (!this[kScheduler]) throw new errors.ERR_INVALID_THIS('Scheduler');
    return setImmediate();
  }

  wait(delay, options) {
    if (!this[kScheduler]) throw new errors.ERR_INVALID_THIS('Scheduler');
    return setTimeout(delay, undefined, options);
  }
}

const scheduler = Object.create(Scheduler.prototype, {
  [kScheduler]: { __proto__: null, configurable: true, enumerable: true, writable: true, value: true },
});

module.exports = { setTimeout, setImmediate, setInterval, scheduler };
