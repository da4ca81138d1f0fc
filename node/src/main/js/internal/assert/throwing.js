'use strict';

/** `throws`, `doesNotThrow`, `rejects`, `doesNotReject`: what code threw, held against what it should have thrown. */

const errors = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { AssertionError } = require('internal/assert/assertion_error');

/** What `promiseFn` or `fn` gives when nothing was thrown. */
const NOTHING = Symbol('nothing thrown');

const inspect = (value, options) => require('internal/util/inspect').inspect(value, options);
const { isRegExp, isPromise, isNativeError } = require('internal/util/types');
const isError = (value) => isNativeError(value) || value instanceof Error;

/** The properties of an error that an expectation names: what the difference is shown of. */
class Comparison {
  constructor(object, keys, actual) {
    for (const key of keys) {
      if (!(key in object)) continue;
      // A text that a regular expression of the expectation matches is shown as that expression.
      if (actual !== undefined && typeof actual[key] === 'string' && isRegExp(object[key]) && object[key].exec(actual[key]) !== null) {
        this[key] = actual[key];
      } else {
        this[key] = object[key];
      }
    }
  }
}

function compareKey(actual, expected, key, message, keys, state) {
  const { isDeepStrictEqual } = require('internal/util/comparisons');
  if (key in actual && isDeepStrictEqual(actual[key], expected[key])) return;
  if (!message) {
    const error = new AssertionError({
      actual: new Comparison(actual, keys),
      expected: new Comparison(expected, keys, actual),
      operator: 'deepStrictEqual',
      stackStartFn: state.fn,
      diff: state.diff,
    });
    error.actual = actual;
    error.expected = expected;
    error.operator = state.fn.name;
    throw error;
  }
  fail({ actual, expected, message, operator: state.fn.name, stackStartFn: state.fn, diff: state.diff });
}

function fail(options) {
  if (options.message instanceof Error) throw options.message;
  throw new AssertionError(options);
}

/**
 * Holds what was thrown against the expectation.
 * @param {{ fn: Function, diff: string }} state the assertion that was called and how it shows differences
 */
function matchExpectation(actual, expected, message, state) {
  const { fn, diff } = state;
  let generatedMessage = false;
  let throwIt = false;

  if (typeof expected !== 'function') {
    if (isRegExp(expected)) {
      const text = String(actual);
      if (RegExp.prototype.exec.call(expected, text) !== null) return;
      if (!message) {
        generatedMessage = true;
        message = `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`;
      }
      throwIt = true;
    } else if (typeof actual !== 'object' || actual === null) {
      const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn, diff });
      error.operator = fn.name;
      throw error;
    } else {
      const keys = Object.keys(expected);
      // Errors have their name and message on the prototype or hidden.
      if (isError(expected)) keys.push('name', 'message');
      else if (keys.length === 0) throw new errors.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
      for (const key of keys) {
        if (typeof actual[key] === 'string' && isRegExp(expected[key]) && expected[key].exec(actual[key]) !== null) continue;
        compareKey(actual, expected, key, message, keys, state);
      }
      return;
    }
  } else if (expected.prototype !== undefined && actual instanceof expected) {
    return;
  } else if (Object.prototype.isPrototypeOf.call(Error, expected)) {
    if (!message) {
      generatedMessage = true;
      const name = isError(actual) ? actual.constructor?.name || actual.name : inspect(actual, { depth: -1 });
      message = `The error is expected to be an instance of "${expected.name}". Received `;
      message += name === expected.name ? 'an error with identical name but a different prototype.' : `"${name}"`;
    }
    throwIt = true;
  } else {
    const result = Reflect.apply(expected, {}, [actual]);
    if (result === true) return;
    if (!message) {
      generatedMessage = true;
      const name = expected.name ? `"${expected.name}" ` : '';
      message = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
      if (isError(actual)) message += `\n\nCaught error:\n\n${actual}`;
    }
    throwIt = true;
  }

  if (throwIt) {
    if (generatedMessage && typeof expected === 'function' && Object.prototype.isPrototypeOf.call(Error, expected) && isError(actual)) {
      message += `\n\nError message:\n\n${actual.message}`;
    }
    if (message instanceof Error) throw message;
    const error = new AssertionError({ actual, expected, message, operator: fn.name, stackStartFn: fn, diff });
    error.generatedMessage = generatedMessage;
    throw error;
  }
}

/** Calls `fn` and returns what it throws, or NOTHING. */
function thrownBy(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return NOTHING;
}

function isThenable(value) {
  return isPromise(value) || (value !== null && typeof value === 'object' && typeof value.then === 'function' &&
    typeof value.catch === 'function');
}

/** Waits for a promise or for what an async function returns; gives what it rejects with, or NOTHING. */
async function rejectionOf(promiseFn) {
  let promise;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isThenable(promise)) throw new errors.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
  } else if (isThenable(promiseFn)) {
    promise = promiseFn;
  } else {
    throw new errors.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return NOTHING;
}

function checkErrorArgument(error) {
  if (typeof error === 'function' || isRegExp(error)) return;
  if (typeof error !== 'object' || error === null) {
    throw new errors.ERR_INVALID_ARG_TYPE('error', ['Function', 'Error', 'RegExp', 'Object'], error);
  }
}

/** @param {{ fn: Function, diff: string }} state */
function expectsError(state, actual, ...rest) {
  let [error, message] = rest;
  const { fn, diff } = state;
  if (typeof error === 'string') {
    if (rest.length === 2) throw new errors.ERR_INVALID_ARG_TYPE('error', ['Function', 'Error', 'RegExp', 'Object'], error);
    if (typeof actual === 'object' && actual !== null) {
      if (actual.message === error) {
        throw new errors.ERR_AMBIGUOUS_ARGUMENT('error/message', `The error message "${actual.message}" is identical to the message.`);
      }
    } else if (actual === error) {
      throw new errors.ERR_AMBIGUOUS_ARGUMENT('error/message', `The error "${actual}" is identical to the message.`);
    }
    message = error;
    error = undefined;
  } else if (error != null && typeof error !== 'object' && typeof error !== 'function') {
    checkErrorArgument(error);
  }

  if (actual === NOTHING) {
    let details = '';
    if (error?.name) details += ` (${error.name})`;
    details += message ? `: ${message}` : '.';
    const kind = fn.name === 'rejects' ? 'rejection' : 'exception';
    if (message instanceof Error) throw message;
    fail({
      actual: undefined, expected: error, operator: fn.name, message: `Missing expected ${kind}${details}`, stackStartFn: fn, diff,
    });
  }
  if (error == null) return;
  matchExpectation(actual, error, message, state);
}

function hasMatchingError(actual, expected) {
  if (typeof expected !== 'function') {
    if (isRegExp(expected)) return RegExp.prototype.exec.call(expected, String(actual)) !== null;
    throw new errors.ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

function expectsNoError(state, actual, error, message) {
  if (actual === NOTHING) return;
  const { fn, diff } = state;
  if (typeof error === 'string') {
    message = error;
    error = undefined;
  }
  if (!error || hasMatchingError(actual, error)) {
    const details = message ? `: ${message}` : '.';
    const kind = fn.name === 'doesNotReject' ? 'rejection' : 'exception';
    fail({
      actual, expected: error, operator: fn.name, stackStartFn: fn, diff,
      message: `Got unwanted ${kind}${details}\nActual message: "${actual?.message}"`,
    });
  }
  throw actual;
}

module.exports = { expectsError, expectsNoError, rejectionOf, thrownBy };
