'use strict';

/** `--test`: runs the files that the command line names, or those that are found. */

const { getOption } = require('internal/options');
const errors = require('internal/errors');

/** `index/total` */
function shardOf(text) {
  if (!text) return undefined;
  const match = /^(\d+)\/(\d+)$/.exec(text);
  if (match === null) throw new errors.ERR_INVALID_ARG_VALUE('--test-shard', text, 'must be in the form of <index>/<total>');
  return { index: Number(match[1]), total: Number(match[2]) };
}

/** The files named, or the patterns: what is a pattern and no file stays one. */
function optionsOf() {
  const isolation = getOption('--test-isolation');
  const patterns = process.argv.slice(1);
  return {
    __proto__: null,
    concurrency: isolation === 'none' ? 1 : getOption('--test-concurrency') || true,
    timeout: getOption('--test-timeout') || Infinity,
    isolation,
    watch: getOption('--watch'),
    forceExit: getOption('--test-force-exit'),
    globPatterns: patterns,
    only: getOption('--test-only'),
    shard: shardOf(getOption('--test-shard')),
    testNamePatterns: getOption('--test-name-pattern'),
    testSkipPatterns: getOption('--test-skip-pattern'),
    rerunFailuresFilePath: getOption('--test-rerun-failures'),
    globalSetupPath: getOption('--test-global-setup'),
    coverage: getOption('--experimental-test-coverage') || undefined,
    lineCoverage: getOption('--test-coverage-lines'),
    branchCoverage: getOption('--test-coverage-branches'),
    functionCoverage: getOption('--test-coverage-functions'),
  };
}

/** Runs them, prints what comes of them, and ends with 1 if anything failed. */
function run() {
  const options = optionsOf();
  const debug = require('internal/util/debuglog').debuglog('test_runner');
  debug('test runner configuration:', options);
  const { kPreload, run: runTests } = require('internal/test_runner/run');
  const controller = new AbortController();
  const stream = runTests({ ...options, signal: controller.signal, [kPreload]: preload });
  const written = require('internal/test_runner/output').attach(stream);
  written.catch((error) => {
    setImmediate(() => { throw error; });   // a reporter's error is the program's
  });
  stream.on('test:summary', ({ success, file }) => {
    if (!success && file === undefined) process.exitCode = 1;
  });
  const onSignal = () => {
    process.exitCode = 1;
    if (!options.watch) stream.end();
    controller.abort();   // which ends the files' processes
    written.finally(() => process.exit());
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  stream.on('end', async () => {
    process.removeListener('SIGINT', onSignal);
    process.removeListener('SIGTERM', onSignal);
    await written;
    if (options.forceExit) process.exit();
  });
}

/** Loads what the options say comes before all files that run in this process: it may have tests and hooks for all of them. */
async function preload() {
  require('module')._preloadModules(getOption('--require'));
  const { importFrom } = require('internal/modules/esm/loader');
  for (const specifier of getOption('--import')) await importFrom(null, specifier, {});
}

module.exports = { run };
