'use strict';

/**
 * Every error this runtime throws on purpose. `errors.ERR_X` is a class; the classes are made from the rows of
 * `internal/errors/table.js` when they are first read, so loading this file loads neither the rows nor a message. The errors of
 * operations that failed are in `internal/errors/exceptions.js`, which loads when one of its names is first read.
 */

const { defineProperty, setPrototypeOf } = Object;

/** Marks errors whose stack begins with `Name [CODE]`. */
const kIsNodeError = Symbol('kIsNodeError');
binding('util').codedErrors(kIsNodeError);

/** Holds the classes made so far; reads of the others fall through to its prototype, which makes them. */
const codes = setPrototypeOf({}, new Proxy({ __proto__: null }, {
  get(_, code) {
    if (typeof code !== 'string' || !code.startsWith('ERR_')) return undefined;
    const Class = require('internal/errors/classes').errorClass(code);
    if (Class !== undefined) codes[code] = Class;
    return Class;
  },
}));

/** Kept for its name: nothing is hidden from stacks here. */
function hideStackFrames(fn) {
  return fn;
}

/** `type number (1)`, `an instance of Foo`, `null` …: how messages call a value that was not expected. */
function determineSpecificType(value) {
  return require('internal/errors/describe').determineSpecificType(value);
}

const exceptions = ['AbortError', 'ConnResetException', 'DNSException', 'ErrnoException', 'ExceptionWithHostPort', 'NodeAggregateError',
  'UVException', 'UVExceptionWithHostPort', 'aggregateErrors', 'aggregateTwoErrors', 'dnsException', 'errnoException',
  'exceptionWithHostPort', 'genericNodeError', 'isStackOverflowError', 'systemErrorName', 'uvException', 'uvExceptionWithHostPort'];

module.exports = setPrototypeOf({
  get SystemError() { return require('internal/errors/system_error').SystemError; },
  codes,
  determineSpecificType,
  hideStackFrames,
  kIsNodeError,
}, codes);

for (const name of exceptions) {
  defineProperty(module.exports, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return require('internal/errors/exceptions')[name]; },
  });
}
