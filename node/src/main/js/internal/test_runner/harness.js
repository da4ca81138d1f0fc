'use strict';

/** A tree of tests: its root, what is reported of it, and which of its tests run. */

const { AsyncLocalStorage } = require('async_hooks');
const { now, since } = require('internal/test_runner/clock');
const { testFailure } = require('internal/test_runner/calls');
const { Counts, Order } = require('internal/test_runner/order');
const { TestsStream } = require('internal/test_runner/stream');
const { Suite, Test } = require('internal/test_runner/test');

/** The test that is running, in its async context. */
const asyncStorage = new AsyncLocalStorage();
/** The suite whose function is running. */
const suiteStorage = new AsyncLocalStorage();

const STILL_PENDING = 'Promise resolution is still pending but the event loop has already resolved';

class Harness {
  counts = new Counts();
  stream = new TestsStream();
  order = new Order(this.stream, this.counts);
  #drained = Promise.resolve();
  #over = false;

  /**
   * @param {object} config
   * @param {object} [config.filter] see Filter: which tests run
   * @param {object} [config.rerun] see Rerun: what earlier runs have passed
   * @param {string} [config.file] the program's
   */
  constructor({ filter, rerun, concurrency, timeout, signal, file } = {}) {
    this.filter = filter;
    this.rerun = rerun;
    this.teardown = undefined;
    const place = file === undefined ? undefined : { file, line: 1, column: 1 };
    this.root = new Test({ name: '<root>', options: { concurrency, timeout, signal }, fn: () => {}, parent: null, harness: this, location: place });
    this.root.begun = true;
    this.root.opened = true;
    this.startedAt = now();
  }

  get filters() {
    return this.filter !== undefined;
  }

  /** Whether a test is left out, as if it were not there. */
  excludes(test) {
    if (test.parent.onlySubtests !== undefined && test.parent.onlySubtests && !test.only) return true;
    return this.filter !== undefined && this.filter.excludes(test);
  }

  ended(test) {
    if (test !== this.root) this.order.ended(test);
    this.rerun?.ended(test);
  }

  /** Runs the tests that have not begun. @returns {Promise} settled when there are none left */
  drain() {
    return this.#drained = this.#drained.then(() => this.root.runPending());
  }

  /** Runs what is to run after all tests, once. */
  async finish() {
    const { teardown } = this;
    this.teardown = undefined;   // tests that came later end once more
    try {
      await this.root.runAfter();
      await teardown?.();
    } catch (error) {
      this.root.fail(error);
    }
  }

  /** Ends what has not ended yet. */
  cancel(error = testFailure(STILL_PENDING, 'cancelledByParent')) {
    this.root.finishNow(error);
    this.order.flush(this.root);
  }

  /** Tells what all tests came to. Nothing runs any more. */
  close() {
    if (this.#over) return;
    this.#over = true;
    this.cancel();
    this.#summarize();
    this.stream.end();
  }

  /** Tells what all tests came to that there were until now; more may follow, and are counted anew. */
  pause() {
    this.#summarize();
    this.counts.clear();
  }

  #summarize() {
    const { counts, root, stream } = this;
    const milliseconds = since(this.startedAt);
    if (root.error !== null) {
      counts.success = false;
      stream.report('test:fail', {
        __proto__: null, name: root.name, nesting: 0, testNumber: counts.topLevel + 1,
        details: { __proto__: null, duration_ms: milliseconds, type: 'test', error: root.error },
      });
    }
    const { location: place } = root;
    stream.report('test:plan', { __proto__: null, nesting: 0, count: counts.topLevel, ...place });
    for (const { message, level } of root.diagnostics) stream.report('test:diagnostic', { __proto__: null, nesting: 0, message, level, ...place });
    for (const [name, value] of counts.rows(milliseconds)) {
      stream.report('test:diagnostic', { __proto__: null, nesting: 0, message: `${name} ${value}`, level: 'info', ...place });
    }
    this.rerun?.save();
    stream.report('test:summary', { __proto__: null, success: counts.success, counts: counts.summary(), duration_ms: milliseconds, file: place?.file });
  }
}

/** `{ file, line, column }` of who called the program's code that calls this; undefined where that is nobody's. */
function locationOfCaller() {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = 20;
  Error.prepareStackTrace = (_, sites) => sites;
  const holder = {};
  Error.captureStackTrace(holder, locationOfCaller);
  const sites = holder.stack;
  Error.stackTraceLimit = stackTraceLimit;
  Error.prepareStackTrace = prepareStackTrace;
  const site = Array.isArray(sites) ? sites.find((s) => s.getFileName() && !String(s.getFileName()).startsWith('node:')) : undefined;
  if (site === undefined) return undefined;
  let file = String(site.getFileName());
  if (file.startsWith('file:')) file = require('url').fileURLToPath(file);
  return { file, line: site.getLineNumber(), column: site.getColumnNumber() };
}

/** The tree of the program's own tests, once it has any; while `run()` imports files, the one that they add to. */
let current;

function setCurrent(harness) {
  current = harness;
}

function currentHarness() {
  return current ??= require('internal/test_runner/program').begin();
}

function around() {
  return suiteStorage.getStore() ?? asyncStorage.getStore() ?? currentHarness().root;
}

function add(Kind, parameters, overrides) {
  const parent = around();
  const test = parent.addSubtest(Kind, parameters, overrides, locationOfCaller());
  if (parent.parent === null) parent.harness.schedule?.();
  else if (!parent.isSuite) parent.runSubtests();
  return parent.isSuite ? Promise.resolve() : test.ended.promise;
}

/** `test(…)`. @returns {Promise<undefined>} settled when it has ended; in a suite at once */
const addTest = (parameters, overrides) => add(Test, parameters, overrides);

/** `describe(…)`. @returns {Promise<undefined>} */
const addSuite = (parameters, overrides) => add(Suite, parameters, overrides);

function addHook(kind, fn, options) {
  around().addHook(kind, fn, options);
}

module.exports = { Harness, addHook, addSuite, addTest, asyncStorage, locationOfCaller, setCurrent, suiteStorage };
