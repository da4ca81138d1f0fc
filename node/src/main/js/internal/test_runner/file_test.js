'use strict';

/** A file of tests in a process of its own: its tests are reported as if they were here. */

const { Test } = require('internal/test_runner/test');
const { testFailure } = require('internal/test_runner/calls');
const { FrameReader } = require('internal/test_runner/frames');

/** The last lines of a file's report, which are about it alone. */
const isCount = (message) => /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(message);

class FileTest extends Test {
  #waiting = [];
  #failed = 0;
  #told = 0;

  /** A file is no test: it is reported only where it has none, or fails by itself. */
  get silent() {
    return !this.finished || this.#hidden;
  }

  get #hidden() {
    return this.#told > 0 && (this.error === null || this.error.failureType === 'subtestsFailed');
  }

  get hasNews() {
    return this.#waiting.length > 0;
  }

  get nesting() {
    return 0;
  }

  /** Whether any of its tests has failed. */
  get failedTests() {
    return this.#failed;
  }

  report(type, data) {
    this.#waiting.push({ type, data });
    this.harness.order.flush(this.root);
  }

  /** It is its turn: what has come goes on. */
  releaseEvents() {
    while (this.#waiting.length > 0) this.#tell(this.#waiting.shift());
  }

  #tell({ type, data }) {
    const { stream, counts } = this.harness;
    const isTop = data.nesting === 0;
    if (isTop && (type === 'test:plan' || (type === 'test:diagnostic' && isCount(data.message)))) return;
    if (type === 'test:summary') data.file = this.path;
    if (type === 'test:pass' || type === 'test:fail') {
      this.#told++;
      if (type === 'test:fail') this.#failed++;
      if (isTop) data.testNumber = counts.topLevel + 1;
      counts.add(countable(type, data));
      this.harness.rerun?.toldOf(type, data);
    }
    stream.report(type, data);
  }
}

/** What an event tells of a test, as the counts want it. */
function countable(type, { nesting, details, skip, todo }) {
  const failure = details.error?.failureType;
  return {
    nesting, isSuite: details.type === 'suite', passed: type === 'test:pass', skipped: skip !== undefined, isTodo: todo !== undefined,
    cancelled: failure === 'cancelledByParent' || failure === 'testAborted' || failure === 'testTimeoutFailure',
  };
}

/** The command line of a file's process; where files share one, that process is a runner of tests itself. */
function argumentsFor(path, { isolation, execArgv, argv, flags }) {
  return isolation === 'none' ? [...flags, '--test', '--test-isolation=none', ...path] : [...flags, ...execArgv, path, ...argv];
}

/**
 * Runs a file to its end.
 * @param {string | string[]} path more than one where files share a process
 * @param {(child: ChildProcess) => void} [onStart] makes the process say what it loads
 */
async function runFile(test, path, options, onStart) {
  const { spawn } = require('child_process');
  const env = { ...options.env ?? process.env, NODE_TEST_CONTEXT: 'child-v8' };
  const stdio = ['pipe', 'pipe', 'pipe'];
  if (onStart !== undefined) {
    env.WATCH_REPORT_DEPENDENCIES = '1';
    stdio.push('ipc');
  }
  const child = spawn(process.execPath, argumentsFor(path, options), { cwd: options.cwd, env, stdio, signal: test.abortController.signal });
  onStart?.(child);
  const decoder = new (require('string_decoder').StringDecoder)('utf8');
  const tell = (type, message) => {
    if (message !== '') test.report(type, { __proto__: null, file: test.path, message });
  };
  const reader = new FrameReader(({ type, data }) => test.report(type, data), (text) => tell('test:stdout', decoder.write(text)));
  child.stdout.on('data', (chunk) => reader.read(chunk));
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text) => tell('test:stderr', text));
  const exit = Promise.withResolvers();
  let failure;
  child.on('error', (error) => { failure = error; });
  child.on('close', (code, signal) => {
    reader.end();
    exit.resolve({ code, signal });
  });
  const { code, signal } = await exit.promise;
  if (code === 0 && signal === null) return;
  if (failure !== undefined && failure.code !== 'ABORT_ERR') throw failure;
  const error = testFailure('test failed', test.failedTests > 0 ? 'subtestsFailed' : 'testCodeFailure');
  error.exitCode = code;
  error.signal = signal;
  error.stack = undefined;   // what failed is elsewhere
  throw error;
}

module.exports = { FileTest, runFile };
