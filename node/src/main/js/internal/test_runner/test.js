'use strict';

/** One test or suite: what it is, how it runs, how it ended. */

const { now, since } = require('internal/test_runner/clock');
const { invoke, limited, testFailure } = require('internal/test_runner/calls');
const errors = require('internal/errors');
const {
  validateAbortSignal, validateFunction, validateNumber, validateObject, validateUint32,
} = require('internal/validators');

const MAX_TIMEOUT = 2 ** 31 - 1;

const nothing = () => {};

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
  return { name: given || fn.name || '<anonymous>', options: { ...options, ...overrides }, fn };
}

function checkOptions({ timeout, concurrency, signal, plan }) {
  if (timeout != null && timeout !== Infinity) validateNumber(timeout, 'options.timeout', 0, MAX_TIMEOUT);
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  if (plan !== undefined) validateUint32(plan, 'options.plan');
  if (typeof concurrency === 'number') validateUint32(concurrency, 'options.concurrency', true);
  else if (concurrency != null && typeof concurrency !== 'boolean') {
    throw new errors.ERR_INVALID_ARG_TYPE('options.concurrency', ['boolean', 'number'], concurrency);
  }
}

class Test {
  subtests = [];
  hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  diagnostics = [];
  error = null;
  skipped = false;
  isTodo = false;
  isSuite = false;
  passed = false;
  cancelled = false;
  begun = false;
  finished = false;
  duration = 0;
  plan = null;
  abortController = new AbortController();
  #interruption = Promise.withResolvers();
  ended = Promise.withResolvers();
  /** Whether only those of its subtests run that are marked so; undefined where nobody has said. */
  onlySubtests = undefined;
  // How far its report is: see Order.
  opened = false;
  closed = false;
  filtered = false;
  started = false;
  reported = 0;
  #at = 0;
  #number = 0;
  #startedAt;
  #hooksFailed = null;

  constructor({ name, options, fn, parent, harness, location }) {
    checkOptions(options);
    this.name = name;
    this.options = options;
    this.fn = fn;
    this.parent = parent;
    this.root = parent === null ? this : parent.root;
    this.harness = harness;
    this.location = location;
    /** The file that was run, which may have had another one make the test. */
    this.entryFile = parent?.parent ? parent.entryFile : harness.entryFile ?? process.argv[1];
    this.timeout = options.timeout ?? parent?.timeout ?? Infinity;
    this.concurrency = concurrencyOf(options.concurrency, parent);
    this.#interruption.promise.catch(nothing);
    if (options.skip !== undefined && options.skip !== false) this.skip(options.skip);
    if (options.todo !== undefined && options.todo !== false) this.todo(options.todo);
    else if (parent?.isTodo) this.isTodo = true;
    if (options.plan !== undefined) this.setPlan(options.plan);
    if (parent?.finished) this.fail(testFailure('test could not be started because its parent finished', 'parentAlreadyFinished'));
    harness.rerun?.prepare(this);
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

  /** Whether it or anything below it has to be told of. */
  get hasNews() {
    return this.subtests.some((test) => !test.filtered && (test.finished || test.hasNews));
  }

  /** Its number among its parent's subtests, from 1. */
  get number() {
    return this.#number ||= this.parent.subtests.slice(0, this.parent.subtests.indexOf(this)).filter((test) => !test.filtered).length + 1;
  }

  skip(message) {
    this.skipped = true;
    this.message = typeof message === 'string' ? message : undefined;
  }

  todo(message) {
    this.isTodo = true;
    this.message = typeof message === 'string' ? message : undefined;
  }

  setPlan(count, wait) {
    const { Plan } = require('internal/test_runner/plan');
    this.plan = new Plan(count, wait);
  }

  diagnostic(message, level = 'info') {
    this.diagnostics.push({ message, level });
  }

  /** Ends it from outside: an error that came up in its context. */
  interrupt(error) {
    this.#interruption.reject(error);
    this.fail(error);
  }

  get pending() {
    return this.#at < this.subtests.length;
  }

  /** The innermost test that is running. */
  get current() {
    return this.subtests.find((test) => test.begun && !test.finished)?.current ?? this;
  }

  /** The program is over, or wants to be: what has not ended is told that it never will. */
  finishNow(error) {
    for (const test of this.subtests) {
      if (test.finished || test.filtered) continue;
      test.finishNow(error);
      test.cancelled = true;
      test.fail(error);
      test.interrupt(error);
      test.finish();
    }
  }

  fail(error) {
    if (this.error !== null) return;
    this.passed = false;
    this.error = error;
  }

  addHook(kind, fn, options = {}) {
    if (fn !== undefined) validateFunction(fn, 'fn');
    validateObject(options, 'options');
    const hook = { fn: fn ?? nothing, options, done: false };
    this.hooks[kind].push(hook);
    // One that is running already has what comes before it now.
    if (kind === 'before' && this.begun) this.#hooksFailed = this.#runLateHook(hook, this.#hooksFailed);
  }

  async #runLateHook(hook, before) {
    try {
      await this.#runHook('before', hook, this.context);
    } catch (error) {
      this.fail(error);
    }
    await before;
  }

  /** What the hooks and the function get as `this` and argument. */
  get context() {
    const { SuiteContext, TestContext } = require('internal/test_runner/context');
    return this.cachedContext ??= this.isSuite ? new SuiteContext(this) : new TestContext(this);
  }

  async #runHook(kind, hook, context) {
    if (hook.done) return;
    if (kind === 'before' || kind === 'after') hook.done = true;
    const { timeout, signal } = hook.options;
    const { asyncStorage } = require('internal/test_runner/harness');
    try {
      await limited(() => asyncStorage.run(this, () => invoke(hook.fn, context, context)), { timeout: timeout ?? this.timeout, signal, subject: `${kind} hook` });
    } catch (cause) {
      const failure = testFailure(`failed running ${kind} hook`, 'hookFailed');
      failure.cause = cause;
      throw failure;
    }
  }

  async #runHooks(kind, context) {
    for (const hook of this.hooks[kind]) await this.#runHook(kind, hook, context);
  }

  /** `before` hooks run once, ahead of the first subtest. */
  async runBefore() {
    await this.#runHooks('before', this.context);
    await this.#hooksFailed;
  }

  /** The tests around it, from the root on. */
  #ancestors() {
    const all = [];
    for (let test = this.parent; test !== null; test = test.parent) all.unshift(test);
    return all;
  }

  /** Runs it to its end. Never rejects: how it ended is in its fields. */
  async run() {
    this.begun = true;
    this.#startedAt = now();
    this.harness.order.dequeued(this);
    if (this.error === null && this.skipped) this.passed = true;
    else if (this.error === null && this.harness.rerun?.passedBefore(this)) this.passed = true;
    else if (this.error === null) await this.#execute();
    this.finish();
  }

  async #execute() {
    const signal = this.#signals();
    let entered = false;
    try {
      if (signal.aborted) throw testFailure(signal.reason ?? 'The test was aborted', 'testAborted');
      for (const ancestor of this.#ancestors()) await ancestor.runBefore();
      if (this.isSuite) {
        await this.built;
        if (this.error === null) await this.runBefore();
        await this.#limited(() => this.runPending(), signal);
      } else {
        entered = true;
        for (const ancestor of this.#ancestors()) await ancestor.#runHooks('beforeEach', this.context);
        await this.#limited(() => this.#body(), signal);
      }
      if (this.error === null) this.passed = true;
    } catch (error) {
      this.#failed(error, signal);
    }
    await this.#after(entered);
    const failed = this.subtests.filter((test) => !test.passed && !test.isTodo && !test.filtered).length;
    if (failed > 0) this.fail(testFailure(`${failed} subtest${failed > 1 ? 's' : ''} failed`, 'subtestsFailed'));
  }

  #failed(error, signal) {
    const isFailure = error?.code === 'ERR_TEST_FAILURE';
    const type = isFailure ? error.failureType : undefined;
    if (type === 'testTimeoutFailure' || type === 'testAborted' || (signal.aborted && error === signal.reason)) this.cancelled = true;
    if (isFailure) this.fail(error);
    else this.fail(testFailure(error, this.cancelled ? 'testAborted' : 'testCodeFailure'));
    this.finishNow(testFailure('test did not finish before its parent and was cancelled', 'cancelledByParent'));
  }

  async #body() {
    const { asyncStorage } = require('internal/test_runner/harness');
    await asyncStorage.run(this, () => invoke(this.fn, this.context, this.context));
    // Subtests that nobody waited for have been begun, and end before it does.
    await this.running;
    await this.runPending();
    await this.#hooksFailed;
    await this.plan?.check();
  }

  /** What may abort it: a signal of its own, or of a test around it. */
  #signals() {
    const signals = [this, ...this.#ancestors()].map((test) => test.options.signal).filter((signal) => signal !== undefined);
    return signals.length === 1 ? signals[0] : AbortSignal.any(signals);
  }

  #limited(work, signal) {
    return limited(work, {
      timeout: this.timeout, signal, interruption: this.#interruption.promise, onTimeout: () => this.abortController.abort(),
    });
  }

  async #after(entered) {
    try {
      if (entered) {
        for (const ancestor of this.#ancestors().reverse()) await ancestor.#runHooks('afterEach', this.context);
      }
      await this.runAfter();
    } catch (error) {
      this.fail(error);
    }
    this.cachedContext?.restoreMocks?.();
  }

  async runAfter() {
    await this.#runHooks('after', this.context);
  }

  /** Runs the subtests that have not begun, as many side by side as the options allow. */
  async runPending() {
    for (const test of this.subtests.slice(this.#at)) this.#enqueue(test);
    const next = async () => {
      while (this.#at < this.subtests.length) {
        const test = this.subtests[this.#at++];
        await test.built;
        if (this.harness.excludes(test)) {
          test.filtered = true;
          test.finish();
        } else {
          this.#enqueue(test);
          await test.run();
        }
      }
    };
    const lanes = Math.min(this.concurrency, Math.max(1, this.subtests.length - this.#at));
    await Promise.all(Array.from({ length: lanes }, next));
  }

  #enqueue(test) {
    if (test.enqueued || (this.harness.filters && this.harness.excludes(test))) return;
    test.enqueued = true;
    this.harness.order.enqueued(test);
  }

  /** Runs subtests that are there while the body still runs: `await t.test(…)`. */
  runSubtests() {
    if (this.concurrency > 1) {
      this.running = Promise.all([this.running, this.runPending()]);
      return;
    }
    this.running = (this.running ?? Promise.resolve()).then(() => this.runPending());
  }

  finish() {
    if (this.finished) return;
    this.finished = true;
    if (this.#startedAt !== undefined) this.duration = since(this.#startedAt);
    this.abortController.abort();
    if (!this.filtered) this.harness.ended(this);
    this.ended.resolve();
  }

  /** @returns {Test} the new test */
  addSubtest(Kind, parameters, overrides, location) {
    const { name, options, fn } = argumentsOf(...parameters, overrides);
    const test = new Kind({ name, options, fn, parent: this, harness: this.harness, location });
    this.subtests.push(test);
    if (this.finished) test.run();
    return test;
  }
}

/** How many subtests run side by side. */
function concurrencyOf(option, parent) {
  if (option === true) return parent === null ? Math.max(1, require('os').availableParallelism() - 1) : Infinity;
  if (option === false) return 1;
  return option ?? parent?.concurrency ?? 1;
}

/** A suite: its function runs at once and says which tests there are. */
class Suite extends Test {
  constructor(parameters) {
    super(parameters);
    this.isSuite = true;
    if (!this.skipped) this.built = this.#build();
  }

  async #build() {
    const { suiteStorage } = require('internal/test_runner/harness');
    try {
      await suiteStorage.run(this, () => Reflect.apply(this.fn, this.context, [this.context]));
    } catch (error) {
      this.fail(testFailure(error, 'testCodeFailure'));
    }
  }
}

module.exports = { Suite, Test };
