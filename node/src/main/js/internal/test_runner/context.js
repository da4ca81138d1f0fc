'use strict';

/** What a test's function gets. */

const { setTimeout: startTimer, clearTimeout: stopTimer } = require('timers');   // a test may mock the global ones
const errors = require('internal/errors');
const { validateFunction, validateNumber, validateObject, validateUint32 } = require('internal/validators');

const MAX_TIMEOUT = 2 ** 31 - 1;

const UNBOUND = ['AssertionError', 'CallTracker', 'strict', 'Assert'];

/** `t.assert`: Node's assertions, counted by the test's plan; with those that programs registered. */
function assertionsOf(test, context) {
  const assert = require('assert');
  const { registered } = require('internal/test_runner/assertions');
  const assertions = { __proto__: null };
  const add = (name, fn) => {
    assertions[name] = function(...args) {
      test.plan?.count();
      return Reflect.apply(fn, context, args);
    };
  };
  for (const name of Object.keys(assert)) if (!UNBOUND.includes(name) && typeof assert[name] === 'function') add(name, assert[name]);
  const snapshots = () => require('internal/test_runner/snapshot');
  add('snapshot', (value, options) => snapshots().snapshot(test, value, options));
  add('fileSnapshot', (value, path, options) => snapshots().fileSnapshot(value, path, options));
  for (const [name, fn] of registered) add(name, fn);
  return assertions;
}

class SuiteContext {
  #suite;

  constructor(suite) {
    this.#suite = suite;
  }

  get signal() {
    return this.#suite.abortController.signal;
  }

  get name() {
    return this.#suite.name;
  }

  get filePath() {
    return this.#suite.entryFile;
  }

  get fullName() {
    return this.#suite.fullName;
  }
}

class TestContext {
  #test;
  #assert;
  #mock;

  constructor(test) {
    this.#test = test;
  }

  get signal() {
    return this.#test.abortController.signal;
  }

  get name() {
    return this.#test.name;
  }

  get filePath() {
    return this.#test.entryFile;
  }

  get fullName() {
    return this.#test.fullName;
  }

  get error() {
    return this.#test.error;
  }

  get passed() {
    return this.#test.passed;
  }

  get attempt() {
    return this.#test.attempt ?? 0;
  }

  diagnostic(message) {
    this.#test.diagnostic(message);
  }

  /** @param {number} count how many assertions and subtests there will be */
  plan(count, options = {}) {
    validateUint32(count, 'count');
    validateObject(options, 'options');
    const { wait = false } = options;
    if (typeof wait !== 'boolean' && typeof wait !== 'number') {
      throw new errors.ERR_INVALID_ARG_TYPE('options.wait', ['boolean', 'number'], wait);
    }
    this.#test.setPlan(count, wait);
  }

  get assert() {
    return this.#assert ??= assertionsOf(this.#test, this);
  }

  get mock() {
    const { MockTracker } = require('internal/test_runner/mock');
    return this.#mock ??= new MockTracker();
  }

  restoreMocks() {
    this.#mock?.reset();
  }

  runOnly(value) {
    this.#test.onlySubtests = !!value;
  }

  skip(message) {
    this.#test.skip(message);
  }

  todo(message) {
    this.#test.todo(message);
  }

  test(name, options, fn) {
    const { locationOfCaller } = require('internal/test_runner/harness');
    const { Test } = require('internal/test_runner/test');
    this.#test.plan?.count();
    const subtest = this.#test.addSubtest(Test, [name, options, fn], undefined, locationOfCaller());
    this.#test.runSubtests();
    return subtest.ended.promise;
  }

  before(fn, options) {
    this.#test.addHook('before', fn, options);
  }

  after(fn, options) {
    this.#test.addHook('after', fn, options);
  }

  beforeEach(fn, options) {
    this.#test.addHook('beforeEach', fn, options);
  }

  afterEach(fn, options) {
    this.#test.addHook('afterEach', fn, options);
  }

  /** Calls `condition` until it does not throw. @returns {Promise} what it then returns */
  waitFor(condition, options = {}) {
    validateFunction(condition, 'condition');
    validateObject(options, 'options');
    const { interval = 50, timeout = 1000 } = options;
    validateNumber(interval, 'options.interval', 0, MAX_TIMEOUT);
    validateNumber(timeout, 'options.timeout', 0, MAX_TIMEOUT);
    return poll(condition, interval, timeout);
  }
}

async function poll(condition, interval, timeout) {
  let cause;
  let result;
  let isOver = false;
  const attempts = (async () => {
    while (!isOver) {
      try {
        result = await condition();
        return true;
      } catch (error) {
        cause = error;
      }
      await new Promise((resolve) => { startTimer(resolve, interval); });
    }
    return false;
  })();
  let timer;
  const over = new Promise((resolve) => { timer = startTimer(resolve, timeout, false); });
  const succeeded = await Promise.race([attempts, over]);
  isOver = true;
  stopTimer(timer);
  if (succeeded) return result;
  throw cause === undefined ? new Error('waitFor() timed out') : new Error('waitFor() timed out', { cause });
}

module.exports = { SuiteContext, TestContext };
