'use strict';

/** The root of a program's tests: they run one after the other once the program's own code has run. */

const { now } = require('internal/test_runner/clock');
const { AsyncLocalStorage } = require('async_hooks');
const { Suite, Test, testFailure } = require('internal/test_runner/test');

/** The test that is running, in its async context. */
const asyncStorage = new AsyncLocalStorage();
/** The suite whose function is running. */
const suiteStorage = new AsyncLocalStorage();

let root;

class Runner {
  onlyMode = require('internal/options').getOption('--test-only');

  constructor() {
    const { reporterOf } = require('internal/test_runner/reporters');
    this.reporter = reporterOf();
  }

  /** Whether a test runs when only marked ones do. */
  selected(test) {
    for (let t = test; t !== null; t = t.parent) if (t.only) return true;
    return test.subtests.some((subtest) => this.selected(subtest));
  }
}

/** The root runs its tests when the loop first turns, and ends with the program. */
function rootTest() {
  if (root !== undefined) return root;
  const runner = new Runner();
  root = new Test({ name: '<root>', options: {}, fn: () => {}, parent: null, runner });
  root.startedAt = now();
  let running = Promise.resolve();
  const drain = () => {
    running = running.then(() => root.runPending());
  };
  setImmediate(drain);
  process.on('beforeExit', () => {
    if (root.pending) drain();
  });
  process.on('uncaughtException', fromOutside);
  process.on('unhandledRejection', fromOutside);
  process.on('exit', end);
  return root;
}

/** An error that nobody caught belongs to the test in whose context it came up, or to none: then it fails the program. */
function fromOutside(error) {
  const test = asyncStorage.getStore() ?? root.current;
  if (test && !test.finished) test.interrupt(testFailure(error, 'uncaughtException'));
  else root.fail(testFailure(error, 'uncaughtException'));
}

function end() {
  root.finishNow();
  const failed = root.runner.reporter.summary(root, now() - root.startedAt);
  if (failed) process.exitCode = 1;
}

/** Runs a suite's function, during which `it` and `describe` mean its own. */
function collecting(suite, fn) {
  return suiteStorage.run(suite, fn);
}

/** `file:line:column` of who called the function that calls this. */
function locationOfCaller() {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = 10;
  Error.prepareStackTrace = (_, sites) => sites;
  const holder = {};
  Error.captureStackTrace(holder, locationOfCaller);
  const sites = holder.stack;
  Error.stackTraceLimit = stackTraceLimit;
  Error.prepareStackTrace = prepareStackTrace;
  const site = Array.isArray(sites) ? sites.find((s) => !String(s.getFileName()).startsWith('node:')) : undefined;
  if (site === undefined) return undefined;
  return { file: site.getFileName(), line: site.getLineNumber(), column: site.getColumnNumber() };
}

function current() {
  return suiteStorage.getStore() ?? asyncStorage.getStore() ?? rootTest();
}

/** `test(…)`. @returns {Promise<undefined>} */
function addTest(parameters, overrides) {
  const parent = current();
  const test = parent.addSubtest(Test, parameters, overrides, locationOfCaller());
  if (parent !== root && !parent.isSuite) parent.runSubtests();
  return parent.isSuite ? Promise.resolve() : test.ended.promise;
}

/** `describe(…)`. @returns {Promise<undefined>} */
function addSuite(parameters, overrides) {
  const parent = current();
  const suite = parent.addSubtest(Suite, parameters, overrides, locationOfCaller());
  if (parent !== root && !parent.isSuite) parent.runSubtests();
  return parent.isSuite ? Promise.resolve() : suite.ended.promise;
}

function addHook(kind, fn, options) {
  current().addHook(kind, fn, options);
}

module.exports = { addHook, addSuite, addTest, asyncStorage, collecting, locationOfCaller };
