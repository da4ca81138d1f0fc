'use strict';

/** The tests that a program runs itself: they run as soon as its own code has, and are printed as the options say. */

const { getOption } = require('internal/options');
const { testFailure } = require('internal/test_runner/calls');
const { setImmediate: soon } = require('timers');   // a test may mock the global one

let harness;

/** Begins the tree of the program's tests. */
function begin() {
  const { Harness } = require('internal/test_runner/harness');
  const { filterOf } = require('internal/test_runner/filter');
  const rerun = require('internal/test_runner/rerun').rerunOf(getOption('--test-rerun-failures'));
  harness = new Harness({
    filter: filterOf({ names: getOption('--test-name-pattern'), skips: getOption('--test-skip-pattern'), only: getOption('--test-only') }),
    rerun,
    timeout: getOption('--test-timeout') || undefined,
    file: process.argv[1],
  });
  if (getOption('--experimental-test-coverage')) require('internal/test_runner/run').warnOfCoverage();
  const output = require('internal/test_runner/output').attach(harness.stream);
  watch(harness);
  const setupFile = getOption('--test-global-setup');
  if (setupFile) setUp = () => require('internal/test_runner/run').globalSetup(setupFile, process.cwd());
  harness.stream.on('test:summary', ({ success }) => {
    if (!success) process.exitCode = 1;
  });
  harness.schedule = () => {
    if (scheduled) return;
    scheduled = true;
    Promise.resolve().then(() => drain(output));   // as soon as the program's code has run: ahead of timers, immediates and I/O
  };
  harness.schedule();
  onBeforeExit = () => onIdle(output);
  process.on('beforeExit', onBeforeExit);
  return harness;
}

/** What runs once before all tests, and gives what runs after them; undefined where there is none, or it has run. */
let setUp;
let draining = false;
let scheduled = false;
let onBeforeExit;

async function drain(output) {
  scheduled = false;
  draining = true;
  if (setUp !== undefined) {
    const first = setUp;
    setUp = undefined;
    harness.teardown = await first();
  }
  await harness.drain();
  draining = false;
  await new Promise(soon);   // the program may have more tests
  if (harness.root.pending || draining) return;
  await harness.finish();
  if (!getOption('--test-force-exit')) return;
  harness.close();
  await output;
  process.exit();
}

/** The loop has nothing to wait for: tests that wait never end. */
function onIdle(output) {
  if (harness.root.pending && !draining) drain(output);
  else harness.close();
}

/** Errors that nobody caught are the tests'. */
function watch({ root }) {
  const { asyncStorage } = require('internal/test_runner/harness');
  const onError = (error) => {
    const test = asyncStorage.getStore() ?? root.current;
    const failure = testFailure(error, 'uncaughtException');
    if (test === root) {
      root.fail(failure);
    } else if (test.finished) {
      root.diagnostic(`Error: Test "${test.name}"${placeOf(test)} generated asynchronous activity after the test ended. This activity ` +
        `created the error "${error}" and would have caused the test to fail, but instead triggered an uncaughtException event.`);
      process.exitCode = 1;
      harness.counts.success = false;
    } else {
      test.interrupt(failure);
    }
  };
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
  process.on('exit', () => {
    harness.close();
    process.removeListener('uncaughtException', onError);
    process.removeListener('unhandledRejection', onError);
    process.removeListener('beforeExit', onBeforeExit);
  });
}

function placeOf({ location }) {
  if (location === undefined) return '';
  const { relative } = require('path');
  return ` at ${relative(process.cwd(), location.file)}:${location.line}:${location.column}`;
}

module.exports = { begin };
