'use strict';

/** Assertions: https://nodejs.org/api/assert.html. Differences are made into text only when an assertion fails. */

const errors = require('internal/errors');
const { validateOneOf } = require('internal/validators');

const kOptions = Symbol('options');
const DEFAULT_OPTIONS = { __proto__: null, diff: 'simple', skipPrototype: false };

const inspect = (value) => require('internal/util/inspect').inspect(value);
const comparisons = () => require('internal/util/comparisons');
const throwing = () => require('internal/assert/throwing');
const isError = (value) => require('internal/util/types').isNativeError(value) || value instanceof Error;
const isRegExp = (value) => require('internal/util/types').isRegExp(value);

/** The options of the instance that a method was called on; a method taken off its instance has the default ones. */
const optionsOf = (instance) => instance?.[kOptions] ?? DEFAULT_OPTIONS;

function fail(options) {
  if (isError(options.message)) throw options.message;
  const { AssertionError } = require('internal/assert/assertion_error');
  throw new AssertionError(options);
}

function check(instance, holds, operator, actual, expected, message, stackStartFn) {
  if (holds) return;
  if (typeof message === 'symbol') message = String(message);
  fail({ actual, expected, message, operator, stackStartFn, diff: optionsOf(instance).diff });
}

function needTwo(count) {
  if (count < 2) throw new errors.ERR_MISSING_ARGS('actual', 'expected');
}

/** `ok(...)` and `assert(...)`. The message quotes the expression that called `fn`. */
function innerOk(fn, count, value, message) {
  if (value) return;
  let generatedMessage = false;
  if (count === 0) {
    generatedMessage = true;
    message = 'No value argument passed to `assert.ok()`';
  } else if (message == null) {
    generatedMessage = true;
    message = falsyMessage();
  } else if (isError(message)) {
    throw message;
  } else if (typeof message === 'symbol') {
    message = String(message);
  }
  const { AssertionError } = require('internal/assert/assertion_error');
  const error = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn });
  error.generatedMessage = generatedMessage;
  throw error;
}

/** Node shows the first line of the call, from where the function is named. */
function falsyMessage() {
  const expression = binding('assert').callingExpression();
  if (expression === undefined) return 'The expression evaluated to a falsy value';
  const [callee] = /^[^(]*/.exec(expression);
  const from = callee.includes('\n') ? callee.lastIndexOf('\n') : 0;
  let text = expression.slice(from).replace(/^\s*(\?\.|\.)?\s*/, '');
  const end = text.indexOf('\n');
  if (end !== -1) text = text.slice(0, end);
  text = text.replace(/[\0-\x1f]/g, (character) => JSON.stringify(character).slice(1, -1));   // eslint-disable-line no-control-regex
  return `The expression evaluated to a falsy value:\n\n  ${text}\n`;
}

/**
 * @param {object} [options]
 * @param {'simple'|'full'} [options.diff] how much of a difference a message shows
 * @param {boolean} [options.strict] whether `equal` and its kin are the strict ones
 * @param {boolean} [options.skipPrototype] whether `deepStrictEqual` leaves prototypes out
 */
function Assert(options) {
  if (!new.target) throw new errors.ERR_CONSTRUCT_CALL_REQUIRED('Assert');
  options = { __proto__: null, strict: true, skipPrototype: false, ...options };
  if (options.diff !== undefined) validateOneOf(options.diff, 'options.diff', ['simple', 'full']);
  options.diff ??= 'simple';
  this.AssertionError = require('internal/assert/assertion_error').AssertionError;
  Object.defineProperty(this, kOptions, {
    __proto__: null, value: options, enumerable: false, configurable: false, writable: false,
  });
  if (options.strict) {
    this.equal = this.strictEqual;
    this.deepEqual = this.deepStrictEqual;
    this.notEqual = this.notStrictEqual;
    this.notDeepEqual = this.notDeepStrictEqual;
  }
}

Assert.prototype.fail = function fail(actual, expected, message, operator, stackStartFn) {
  const count = arguments.length;
  let generatedMessage = false;
  if (actual == null && count <= 1) {
    generatedMessage = true;
    message = 'Failed';
  } else if (count === 1) {
    message = actual;
    actual = undefined;
  } else {
    failDeprecated();
    if (count === 2) operator = '!=';
  }
  if (isError(message)) throw message;
  const options = {
    operator: operator === undefined ? 'fail' : operator,
    stackStartFn: stackStartFn || fail,
    message,
    diff: optionsOf(this).diff,
  };
  if (count > 1) {
    options.actual = actual;
    options.expected = expected;
  }
  const { AssertionError } = require('internal/assert/assertion_error');
  const error = new AssertionError(options);
  if (generatedMessage) error.generatedMessage = true;
  throw error;
};

let warnedOfFail = false;

function failDeprecated() {
  if (warnedOfFail) return;
  warnedOfFail = true;
  process.emitWarning('assert.fail() with more than one argument is deprecated. ' +
    'Please use assert.strictEqual() instead or only pass a message.', 'DeprecationWarning', 'DEP0094');
}

Assert.prototype.ok = function ok(...args) {
  innerOk(ok, args.length, ...args);
};

Assert.prototype.equal = function equal(actual, expected, message) {
  needTwo(arguments.length);
  const same = actual == expected || (actual !== actual && expected !== expected);   // eslint-disable-line eqeqeq, no-self-compare
  check(this, same, '==', actual, expected, message, equal);
};

Assert.prototype.notEqual = function notEqual(actual, expected, message) {
  needTwo(arguments.length);
  const same = actual == expected || (actual !== actual && expected !== expected);   // eslint-disable-line eqeqeq, no-self-compare
  check(this, !same, '!=', actual, expected, message, notEqual);
};

Assert.prototype.deepEqual = function deepEqual(actual, expected, message) {
  needTwo(arguments.length);
  check(this, comparisons().isDeepEqual(actual, expected), 'deepEqual', actual, expected, message, deepEqual);
};

Assert.prototype.notDeepEqual = function notDeepEqual(actual, expected, message) {
  needTwo(arguments.length);
  check(this, !comparisons().isDeepEqual(actual, expected), 'notDeepEqual', actual, expected, message, notDeepEqual);
};

Assert.prototype.deepStrictEqual = function deepStrictEqual(actual, expected, message) {
  needTwo(arguments.length);
  const same = comparisons().isDeepStrictEqual(actual, expected, optionsOf(this).skipPrototype);
  check(this, same, 'deepStrictEqual', actual, expected, message, deepStrictEqual);
};

Assert.prototype.notDeepStrictEqual = function notDeepStrictEqual(actual, expected, message) {
  needTwo(arguments.length);
  const same = comparisons().isDeepStrictEqual(actual, expected, optionsOf(this).skipPrototype);
  check(this, !same, 'notDeepStrictEqual', actual, expected, message, notDeepStrictEqual);
};

Assert.prototype.strictEqual = function strictEqual(actual, expected, message) {
  needTwo(arguments.length);
  check(this, Object.is(actual, expected), 'strictEqual', actual, expected, message, strictEqual);
};

Assert.prototype.notStrictEqual = function notStrictEqual(actual, expected, message) {
  needTwo(arguments.length);
  check(this, !Object.is(actual, expected), 'notStrictEqual', actual, expected, message, notStrictEqual);
};

Assert.prototype.partialDeepStrictEqual = function partialDeepStrictEqual(actual, expected, message) {
  needTwo(arguments.length);
  const contained = comparisons().isPartialStrictEqual(actual, expected);
  check(this, contained, 'partialDeepStrictEqual', actual, expected, message, partialDeepStrictEqual);
};

Assert.prototype.throws = function throws(fn, ...args) {
  const { expectsError, thrownBy } = throwing();
  expectsError({ fn: throws, diff: optionsOf(this).diff }, thrownBy(fn), ...args);
};

Assert.prototype.rejects = async function rejects(promiseFn, ...args) {
  const { expectsError, rejectionOf } = throwing();
  expectsError({ fn: rejects, diff: optionsOf(this).diff }, await rejectionOf(promiseFn), ...args);
};

Assert.prototype.doesNotThrow = function doesNotThrow(fn, ...args) {
  const { expectsNoError, thrownBy } = throwing();
  expectsNoError({ fn: doesNotThrow, diff: optionsOf(this).diff }, thrownBy(fn), ...args);
};

Assert.prototype.doesNotReject = async function doesNotReject(fn, ...args) {
  const { expectsNoError, rejectionOf } = throwing();
  expectsNoError({ fn: doesNotReject, diff: optionsOf(this).diff }, await rejectionOf(fn), ...args);
};

Assert.prototype.ifError = function ifError(value) {
  if (value === null || value === undefined) return;
  let message = 'ifError got unwanted exception: ';
  if (typeof value === 'object' && typeof value.message === 'string') {
    message += value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
  } else {
    message += inspect(value);
  }
  const { AssertionError } = require('internal/assert/assertion_error');
  const error = new AssertionError({
    actual: value, expected: null, operator: 'ifError', message, stackStartFn: ifError, diff: optionsOf(this).diff,
  });
  joinStacks(error, value);
  throw error;
};

/** The original error's frames first, then those of the assertion that are not among them. */
function joinStacks(error, original) {
  const { stack } = original;
  if (typeof stack !== 'string') return;
  const begin = stack.indexOf('\n    at');
  if (begin === -1) return;
  const frames = stack.slice(begin + 1).split('\n');
  let own = error.stack.split('\n');
  for (const frame of frames) {
    const at = own.indexOf(frame);
    if (at !== -1) {
      own = own.slice(0, at);
      break;
    }
  }
  error.stack = `${own.join('\n')}\n${frames.join('\n')}`;
}

function checkMatch(instance, string, regexp, message, fn) {
  if (!isRegExp(regexp)) throw new errors.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
  const wanted = fn.name === 'match';
  if (typeof string === 'string' && (RegExp.prototype.exec.call(regexp, string) !== null) === wanted) return;
  if (isError(message)) throw message;
  const generatedMessage = !message;
  if (generatedMessage) {
    if (typeof string !== 'string') {
      message = `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})`;
    } else {
      message = wanted ? 'The input did not match the regular expression ' : 'The input was expected to not match the regular expression ';
      message += `${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
    }
  }
  const { AssertionError } = require('internal/assert/assertion_error');
  const error = new AssertionError({
    actual: string, expected: regexp, message, operator: fn.name, stackStartFn: fn, diff: optionsOf(instance).diff,
  });
  error.generatedMessage = generatedMessage;
  throw error;
}

Assert.prototype.match = function match(string, regexp, message) {
  checkMatch(this, string, regexp, message, match);
};

Assert.prototype.doesNotMatch = function doesNotMatch(string, regexp, message) {
  checkMatch(this, string, regexp, message, doesNotMatch);
};

function assert(...args) {
  innerOk(assert, args.length, ...args);
}

const ok = Assert.prototype.ok;

/** Heavy members are made when they are read; a write replaces them. */
function lazily(target, name, load) {
  Object.defineProperty(target, name, {
    __proto__: null,
    enumerable: true,
    configurable: true,
    get() {
      const value = load();
      this[name] = value;
      return value;
    },
    set(value) {
      Object.defineProperty(this, name, { __proto__: null, value, enumerable: true, configurable: true, writable: true });
    },
  });
}

let deprecatedTracker;

function callTracker() {
  deprecatedTracker ??= require('internal/util').deprecate(
    require('internal/assert/calltracker').CallTracker, 'assert.CallTracker is deprecated.', 'DEP0173');
  return deprecatedTracker;
}

const METHODS = [
  'fail', 'equal', 'notEqual', 'deepEqual', 'notDeepEqual', 'deepStrictEqual', 'notDeepStrictEqual', 'strictEqual', 'notStrictEqual',
  'partialDeepStrictEqual', 'match', 'doesNotMatch', 'throws', 'rejects', 'doesNotThrow', 'doesNotReject', 'ifError',
];

lazily(assert, 'AssertionError', () => require('internal/assert/assertion_error').AssertionError);
lazily(assert, 'CallTracker', callTracker);
assert.ok = ok;
for (const name of METHODS) assert[name] = Assert.prototype[name];

/** `assert.strict`: the names without "strict" mean the strict ones too. */
function strict(...args) {
  innerOk(strict, args.length, ...args);
}

assert.strict = strict;
assert.Assert = Assert;
Object.defineProperties(strict, Object.getOwnPropertyDescriptors(assert));
strict.equal = assert.strictEqual;
strict.deepEqual = assert.deepStrictEqual;
strict.notEqual = assert.notStrictEqual;
strict.notDeepEqual = assert.notDeepStrictEqual;
delete strict.strict;
strict.strict = strict;

module.exports = assert;
