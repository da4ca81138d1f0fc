'use strict';

/** One test or suite: what it is, how it runs, how it ended. */

const { now } = require('internal/test_runner/clock');
const errors = require('internal/errors');
const { validateAbortSignal, validateFunction, validateNumber, validateObject } = require('internal/validators');

const nothing = () => {};

/** The error a failed test ends with: what went wrong and in which part of the test. */
function testFailure(cause, failureType) {
  const error = new errors.ERR_TEST_FAILURE(cause, failureType);
  error.cause = cause;
  return error;
}

/** The forms `(fn)`, `(name, fn)`, `(options, fn)`, `(name, options, fn)`, and overrides of options. */
function argumentsOf(name, options, fn, overrides) {
  if (typeof name === 'function') {
    fn = name;
  } else if (name !== null && typeof name === 'object') {
    fn = options;
    options = name;
  } else if (typeof options === 'function') {
    fn = options;
  }
  if (options === null || typeof options !== 'object') options = {};
  if (typeof fn !== 'function') fn = nothing;
  const given = typeof name === 'string' && name !== '' ? name : options.name;
  return { name: given ?? (fn.name || '<anonymous>'), options: { ...options, ...overrides }, fn };
}

function checkOptions({ timeout, concurrency, signal, plan }) {
  if (timeout != null && timeout !== Infinity) validateNumber(timeout, 'options.timeout', 0, 2 ** 31 - 1);
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  if (plan !== undefined) validateNumber(plan, 'options.plan', 0);
  if (concurrency != null && typeof concurrency !== 'number' && typeof concurrency !== 'boolean') {
    throw new errors.ERR_INVALID_ARG_TYPE('options.concurrency', ['boolean', 'number'], concurrency);
  }
}

/** How many assertions a test has announced. */
class Plan {
  constructor(expected, wait) {
    this.expected = expected;
    this.wait = wait;
    this.actual = 0;
    this.reached = Promise.withResolvers();
  }

  count() {
    if (++this.actual === this.expected) this.reached.resolve();
  }

  async check() {
    if (this.actual !== this.expected && this.wait) {
      const waited = typeof this.wait === 'number' ?
        new Promise((resolve) => { setTimeout(resolve, this.wait); }) : this.reached.promise;
      await Promise.race([this.reached.promise, waited]);
    }
    if (this.actual !== this.expected) {
      throw testFailure(`plan expected ${this.expected} assertions but received ${this.actual}`, 'testCodeFailure');
    }
  }
}

/** Fails after so many milliseconds, or when a signal aborts. */
function limit(test, work) {
  const { timeout, signal } = test.options;
  const { promise, reject } = test.interruption;
  let timer;
  const abort = () => reject(testFailure(signal.reason ?? 'The test was aborted', 'testAborted'));
  if (timeout != null && timeout !== Infinity) {
    timer = setTimeout(() => {
      test.abortController.abort();
      reject(testFailure(`test timed out after ${timeout}ms`, 'testTimeoutFailure'));
    }, timeout);
  }
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return Promise.race([work, promise]).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  });
}

/** Calls a test's or hook's function; one with a further parameter reports through a callback. */
async function invoke(fn, receiver, argument) {
  if (fn.length < 2) {
    await Reflect.apply(fn, receiver, [argument]);
    return;
  }
  const { promise, resolve, reject } = Promise.withResolvers();
  const result = Reflect.apply(fn, receiver, [argument, (error) => {
    if (error) reject(error);
    else resolve();
  }]);
  if (typeof result?.then === 'function') {
    throw testFailure('passed a callback but also returned a Promise', 'callbackAndPromisePresent');
  }
  await promise;
}

class Test {
  subtests = [];
  hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  diagnostics = [];
  error = null;
  skipped = false;
  isTodo = false;
  passed = false;
  cancelled = false;
  finished = false;
  duration = 0;
  plan = null;
  abortController = new AbortController();
  interruption = Promise.withResolvers();
  #started = now();
  #beforeRun = false;

  constructor({ name, options, fn, parent, runner, location }) {
    checkOptions(options);
    this.name = name;
    this.options = options;
    this.fn = fn;
    this.parent = parent;
    this.runner = runner;
    this.location = location;
    this.isSuite = false;
    if (options.skip !== undefined && options.skip !== false) this.skip(options.skip);
    if (options.todo !== undefined && options.todo !== false) this.todo(options.todo);
    if (options.plan !== undefined) this.plan = new Plan(options.plan, false);
    this.ended = Promise.withResolvers();
    this.interruption.promise.catch(nothing);
    if (parent?.finished) this.fail(testFailure('test could not be started because its parent finished', 'parentAlreadyFinished'));
  }

  get nesting() {
    return this.parent === null ? -1 : this.parent.nesting + 1;
  }

  get fullName() {
    return this.parent === null || this.parent.parent === null ? this.name : `${this.parent.fullName} > ${this.name}`;
  }

  get only() {
    return this.options.only === true;
  }

  skip(message) {
    this.skipped = true;
    this.message = typeof message === 'string' ? message : undefined;
  }

  todo(message) {
    this.isTodo = true;
    this.message = typeof message === 'string' ? message : undefined;
  }

  /** Ends it from outside: an error that came up in its context. */
  interrupt(error) {
    this.interruption.reject(error);
    this.fail(error);
  }

  get pending() {
    return this.#at < this.subtests.length;
  }

  /** The innermost test that is running. */
  get current() {
    return this.subtests.find((test) => test.begun && !test.finished)?.current ?? this;
  }

  /** The program is over: what still waits never ends. */
  finishNow() {
    for (const test of this.subtests) {
      if (test.finished) continue;
      test.finishNow();
      test.cancelled = true;
      test.fail(testFailure('Promise resolution is still pending but the event loop has already resolved', 'cancelledByParent'));
      test.finish();
    }
  }

  fail(error) {
    if (this.error !== null) return;
    this.passed = false;
    this.error = error;
  }

  addHook(kind, fn, options = {}) {
    validateFunction(fn, 'fn');
    validateObject(options, 'options');
    this.hooks[kind].push({ fn, options });
  }

  /** What the hooks and the function get as `this` and argument. */
  get context() {
    const { SuiteContext, TestContext } = require('internal/test_runner/context');
    return this.cachedContext ??= this.isSuite ? new SuiteContext(this) : new TestContext(this);
  }

  async #runHooks(kind, hooks, context) {
    for (const { fn } of hooks) {
      try {
        await invoke(fn, context, context);
      } catch (error) {
        const failure = testFailure(`failed running ${kind} hook`, 'hookFailed');
        failure.cause = error;
        throw failure;
      }
    }
  }

  /** `before` hooks run once, ahead of the first subtest or of the body. */
  async runBefore() {
    if (this.#beforeRun) return;
    this.#beforeRun = true;
    await this.#runHooks('before', this.hooks.before, this.context);
  }

  #ancestors() {
    const all = [];
    for (let test = this.parent; test !== null; test = test.parent) all.unshift(test);
    return all;
  }

  /** Runs it to its end. Never rejects: how it ended is in its fields. */
  async run() {
    this.begun = true;
    this.#started = now();
    if (this.error === null && this.skipped && this.options.skip) this.passed = true;
    else if (this.error === null) await this.#execute();
    this.finish();
  }

  async #execute() {
    const { asyncStorage } = require('internal/test_runner/runner');
    let entered = false;
    try {
      for (const ancestor of this.#ancestors()) await ancestor.runBefore();
      if (!this.isSuite) {
        entered = true;
        for (const ancestor of this.#ancestors()) {
          await ancestor.#runHooks('beforeEach', ancestor.hooks.beforeEach, this.context);
        }
        await limit(this, asyncStorage.run(this, () => invoke(this.fn, this.context, this.context)));
        await this.runPending();
        await this.plan?.check();
      } else {
        await this.built;
        if (!this.skipped) await this.runBefore();
        await limit(this, this.runPending());
      }
      if (this.error === null) this.passed = true;
    } catch (error) {
      this.fail(error?.code === 'ERR_TEST_FAILURE' ? error : testFailure(error, this.isSuite ? 'hookFailed' : 'testCodeFailure'));
      await this.#cancelPending();
    }
    await this.#after(entered);
    const failed = this.subtests.filter((test) => !test.passed && !test.isTodo).length;
    if (failed > 0) this.fail(testFailure(`${failed} subtest${failed > 1 ? 's' : ''} failed`, 'subtestsFailed'));
  }

  async #after(entered) {
    try {
      if (entered) {
        for (const ancestor of this.#ancestors()) {
          await ancestor.#runHooks('afterEach', ancestor.hooks.afterEach, this.context);
        }
      }
      await this.#runHooks('after', this.hooks.after, this.context);
    } catch (error) {
      this.fail(error);
    }
    this.cachedContext?.restoreMocks?.();
  }

  #concurrency() {
    const { concurrency } = this.options;
    if (concurrency === true) return Infinity;
    return typeof concurrency === 'number' && concurrency > 0 ? concurrency : 1;
  }

  #at = 0;

  /** Runs the subtests that have not begun, as many side by side as the options allow. */
  async runPending() {
    const next = async () => {
      while (this.#at < this.subtests.length) {
        const test = this.subtests[this.#at++];
        if (this.runner.onlyMode && !this.runner.selected(test)) {
          test.skip('\'only\' option not set');
          test.options.skip = true;
        }
        await test.run();
      }
    };
    const lanes = Math.min(this.#concurrency(), Math.max(1, this.subtests.length - this.#at));
    await Promise.all(Array.from({ length: lanes }, next));
  }

  /** Runs subtests that are there while the body still runs: `await t.test(…)`. */
  runSubtests() {
    this.running = (this.running ?? Promise.resolve()).then(() => this.runPending());
  }

  /** Subtests that never began end as cancelled. */
  async #cancelPending() {
    while (this.#at < this.subtests.length) {
      const test = this.subtests[this.#at++];
      test.cancelled = true;
      test.fail(testFailure('test did not finish before its parent and was cancelled', 'cancelledByParent'));
      await test.run();
    }
  }

  finish() {
    this.finished = true;
    this.duration = now() - this.#started;
    this.abortController.abort();
    this.runner.reporter.ended(this);
    this.ended.resolve();
  }

  /** @returns {Promise<undefined>} settled when the new test has ended */
  addSubtest(Kind, parameters, overrides, location) {
    const { name, options, fn } = argumentsOf(...parameters, overrides);
    const test = new Kind({ name, options, fn, parent: this, runner: this.runner, location });
    this.subtests.push(test);
    return test;
  }
}

/** A suite: its function runs at once and says which tests there are. */
class Suite extends Test {
  constructor(parameters) {
    super(parameters);
    this.isSuite = true;
    if (this.skipped) return;
    this.built = this.#build();
  }

  async #build() {
    const { collecting } = require('internal/test_runner/runner');
    try {
      await collecting(this, () => Reflect.apply(this.fn, this.context, [this.context]));
    } catch (error) {
      this.fail(testFailure(error, 'testCodeFailure'));
    }
  }
}

module.exports = { Suite, Test, Plan, testFailure };
