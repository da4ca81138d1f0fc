'use strict';

/** Calling a test's or hook's function: with a callback, for a limited time, and what its failure is called. */

const errors = require('internal/errors');

/** The error a failed test ends with: what went wrong and in which part of the test. */
function testFailure(cause, failureType) {
  const error = new errors.ERR_TEST_FAILURE(cause, failureType);
  error.cause = cause;
  return error;
}

/** Calls a function; one with a further parameter reports through a callback. */
async function invoke(fn, receiver, argument) {
  if (fn.length < 2) {
    await Reflect.apply(fn, receiver, [argument]);
    return;
  }
  const { promise, resolve, reject } = Promise.withResolvers();
  let called = false;
  const result = Reflect.apply(fn, receiver, [argument, (error) => {
    if (called) throw testFailure('callback invoked multiple times', 'multipleCallbackInvocations');
    called = true;
    if (error) reject(error);
    else resolve();
  }]);
  if (typeof result?.then === 'function') {
    throw testFailure('passed a callback but also returned a Promise', 'callbackAndPromisePresent');
  }
  await promise;
}

// Tests may mock the timers.
const { setTimeout: startTimer, clearTimeout: stopTimer } = require('timers');

/**
 * Settles as `work` does, or fails when the time is over or a signal aborts. The time begins first: what the work starts comes due after it.
 *
 * @param {() => Promise} work
 * @param {{ timeout?: number, signal?: AbortSignal, subject?: string, interruption?: Promise, onTimeout?: Function }} limits
 */
function limited(work, { timeout, signal, subject = 'test', interruption, onTimeout }) {
  const stop = Promise.withResolvers();
  let timer;
  const abort = () => stop.reject(signal.reason ?? testFailure('The test was aborted', 'testAborted'));
  if (timeout !== undefined && timeout !== null && timeout !== Infinity) {
    timer = startTimer(() => {
      onTimeout?.();
      stop.reject(testFailure(`${subject} timed out after ${timeout}ms`, 'testTimeoutFailure'));
    }, timeout);
    timer.unref();
  }
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  const contenders = interruption === undefined ? [work(), stop.promise] : [work(), stop.promise, interruption];
  return Promise.race(contenders).finally(() => {
    stopTimer(timer);
    signal?.removeEventListener('abort', abort);
  });
}

module.exports = { invoke, limited, testFailure };
