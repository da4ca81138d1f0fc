'use strict';

/** Help for room tests. Every function here works on real Node too; what was promised is checked when the program exits. */

const assert = require('node:assert');

const promises = [];

function promise(fn, exact, minimum) {
  const at = new Error();
  Error.captureStackTrace(at, exact === undefined ? mustCallAtLeast : mustCall);
  if (promises.length === 0) process.on('exit', checkPromises);
  const entry = { exact, minimum, calls: 0, name: fn.name || 'a function', at };
  promises.push(entry);
  const wrapped = function(...args) {
    entry.calls++;
    return Reflect.apply(fn, this, args);
  };
  Object.defineProperty(wrapped, 'length', { value: fn.length, configurable: true });
  Object.defineProperty(wrapped, 'name', { value: fn.name, configurable: true });
  return wrapped;
}

function checkPromises(code) {
  if (code !== 0) return;
  const broken = promises.filter(({ exact, minimum, calls }) => (exact === undefined ? calls < minimum : calls !== exact));
  for (const { exact, minimum, calls, name, at } of broken) {
    const wanted = exact === undefined ? `at least ${minimum}` : `${exact}`;
    console.error(`${name} must be called ${wanted} times, was called ${calls} times\n${at.stack}`);
  }
  if (broken.length > 0) process.exit(1);
}

/** Wraps a function that must be called exactly so many times before the program exits. */
function mustCall(fn = () => {}, exact = 1) {
  if (typeof fn === 'number') return promise(() => {}, fn);
  return promise(fn, exact);
}

/** Wraps a function that must be called so many times or more. */
function mustCallAtLeast(fn = () => {}, minimum = 1) {
  return promise(fn, undefined, minimum);
}

/** A function that must not be called. */
function mustNotCall(message = 'must not be called') {
  const at = new Error().stack.split('\n')[2];
  return function mustNotCall(...args) {
    assert.fail(`${message}: made${at}, called with ${require('node:util').inspect(args)}`);
  };
}

/** A callback that must get no error; `fn` gets the rest. */
function mustSucceed(fn = () => {}, exact = 1) {
  return mustCall(function(error, ...args) {
    assert.ifError(error);
    return Reflect.apply(fn, this, args);
  }, exact);
}

/**
 * Expects exactly these warnings, in this order.
 * @param {string} name `Warning`, `DeprecationWarning` …
 * @param {Array<[string, string?]>} expected pairs of message and code
 */
function expectWarning(name, expected) {
  const left = [...expected];
  process.on('warning', mustCall((warning) => {
    assert.strictEqual(warning.name, name);
    const [message, code] = left.shift();
    assert.strictEqual(warning.message, message);
    assert.strictEqual(warning.code, code);
  }, expected.length));
}

/** A check for `assert.throws` of code, name and message at once; absent ones are not compared. */
function errorLike(expected) {
  return (error) => {
    for (const key of Object.keys(expected)) {
      if (expected[key] instanceof RegExp) assert.match(error[key], expected[key]);
      else assert.deepStrictEqual(error[key], expected[key]);
    }
    return true;
  };
}

/** Whether this is Barista; for the rare test of what only it does. */
const isBarista = process.versions.barista !== undefined;

module.exports = { errorLike, expectWarning, isBarista, mustCall, mustCallAtLeast, mustNotCall, mustSucceed };
