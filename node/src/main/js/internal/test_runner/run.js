'use strict';

/** `run()`: runs files of tests, each in a process of its own or all in this one. https://nodejs.org/api/test.html#runoptions */

const { resolve } = require('path');
const { getOption } = require('internal/options');
const errors = require('internal/errors');
const {
  validateAbortSignal, validateArray, validateBoolean, validateFunction, validateInteger, validateObject, validateOneOf, validateString,
  validateStringArray,
} = require('internal/validators');

/** What files of tests are called. */
const DEFAULT_PATTERNS = ['**/{test,test/**/*,test-*,*[._-]test}.{js,mjs,cjs}'];

/** A function that runs before the first file, where they all run in this process. */
const kPreload = Symbol('preload');

const { withoutWatchOptions } = require('internal/watch_mode/options');
const debug = require('internal/util/debuglog').debuglog('test_runner');

function checkShard({ shard, watch }) {
  if (shard == null) return;
  validateObject(shard, 'options.shard');
  validateInteger(shard.total, 'options.shard.total', 1);
  validateInteger(shard.index, 'options.shard.index', 1, shard.total);
  if (watch) throw new errors.ERR_INVALID_ARG_VALUE('options.shard', watch, 'shards not supported with watch mode');
}

function checkPatterns(patterns, name) {
  if (patterns === undefined) return [];
  const list = Array.isArray(patterns) ? patterns : [patterns];
  for (const each of list) {
    if (typeof each !== 'string' && !(each instanceof RegExp)) throw new errors.ERR_INVALID_ARG_TYPE(name, ['string', 'RegExp'], each);
  }
  return list;
}

const GLOBS = ['coverageExcludeGlobs', 'coverageIncludeGlobs'];
const THRESHOLDS = ['lineCoverage', 'branchCoverage', 'functionCoverage'];
const MAX_PERCENT = 100;

function checkCoverage(options) {
  const { coverage } = options;
  if (coverage === undefined) return;
  validateBoolean(coverage, 'options.coverage');
  for (const name of GLOBS) {
    const globs = options[name];
    if (globs == null) continue;
    if (Array.isArray(globs)) validateStringArray(globs, `options.${name}`);
    else validateString(globs, `options.${name}`);
  }
  for (const name of THRESHOLDS) if (options[name] != null) validateInteger(options[name], `options.${name}`, 0, MAX_PERCENT);
  if (coverage) warnOfCoverage();
}

/** What covers code is the inspector's; tests run without it. */
function warnOfCoverage() {
  process.emitWarning('The inspector is disabled, coverage could not be collected');
}

function checkOptions(options) {
  const { files, globPatterns, watch, forceExit, setup, cwd, signal, isolation, execArgv, argv, timeout, env } = options;
  if (files != null) validateArray(files, 'options.files');
  if (watch !== undefined) validateBoolean(watch, 'options.watch');
  if (forceExit !== undefined) {
    validateBoolean(forceExit, 'options.forceExit');
    if (forceExit && watch) throw new errors.ERR_INVALID_ARG_VALUE('options.forceExit', watch, 'is not supported with watch mode.');
  }
  checkShard(options);
  if (setup !== undefined && setup !== null) validateFunction(setup, 'options.setup');
  if (globPatterns != null) {
    validateArray(globPatterns, 'options.globPatterns');
    if (files != null) {
      throw new errors.ERR_INVALID_ARG_VALUE('options.globPatterns', globPatterns, 'is not supported when specifying \'options.files\'');
    }
  }
  validateString(cwd, 'options.cwd');
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  validateOneOf(isolation, 'options.isolation', ['process', 'none']);
  validateStringArray(execArgv, 'options.execArgv');
  validateStringArray(argv, 'options.argv');
  if (isolation === 'none' && (execArgv.length > 0 || argv.length > 0)) {
    throw new errors.ERR_INVALID_ARG_VALUE(execArgv.length > 0 ? 'options.execArgv' : 'options.argv', execArgv.length > 0 ? execArgv : argv,
      'is not supported when isolation is set to \'none\'');
  }
  if (timeout !== undefined && timeout !== null && timeout !== Infinity) require('internal/validators').validateNumber(timeout, 'options.timeout', 0, 2 ** 31 - 1);
  checkCoverage(options);
  if (env !== undefined) {
    validateObject(env, 'options.env');
    if (isolation === 'none') throw new errors.ERR_INVALID_ARG_VALUE('options.env', env, 'is not supported with isolation=\'none\'');
  }
}

/** The files that there are: those named, or those that patterns find. */
function filesOf({ files, globPatterns, cwd }) {
  if (files != null) return files;
  const patterns = globPatterns?.length > 0 ? globPatterns : DEFAULT_PATTERNS;
  const exclude = globPatterns?.length > 0 ? undefined : (name) => name === 'node_modules';
  const found = require('fs').globSync(patterns, { cwd, exclude });
  return [...new Set(found)].sort();
}

/** Every n-th file. */
function ofShard(files, shard) {
  return shard == null ? files : files.filter((_, i) => i % shard.total === shard.index - 1);
}

/** Options of a test's own that a file's process needs to hear of. */
function flagsFor({ names, skips, only, timeout, rerunFailuresFilePath, forceExit }) {
  const flags = withoutWatchOptions(process.execArgv).filter((word, i, words) => !isOwn(word) && !isOwn(words[i - 1], word));
  for (const name of names) flags.push(`--test-name-pattern=${name}`);
  for (const name of skips) flags.push(`--test-skip-pattern=${name}`);
  if (only) flags.push('--test-only');
  if (forceExit) flags.push('--test-force-exit');
  if (timeout !== undefined && timeout !== null && timeout !== Infinity) flags.push(`--test-timeout=${timeout}`);
  if (rerunFailuresFilePath !== undefined) flags.push('--test-rerun-failures', rerunFailuresFilePath);
  if (getOption('--test-update-snapshots')) flags.push('--test-update-snapshots');
  return flags;
}

const WITH_VALUE = new Set([
  '--test-concurrency', '--test-coverage-branches', '--test-coverage-exclude', '--test-coverage-functions', '--test-coverage-include',
  '--test-coverage-lines', '--test-global-setup', '--test-isolation', '--experimental-test-isolation', '--test-name-pattern', '--test-reporter',
  '--test-reporter-destination', '--test-rerun-failures', '--test-shard', '--test-skip-pattern', '--test-timeout',
]);

/** Whether a word of the command line is about this process's tests; the word after a flag is its value. */
function isOwn(word, value) {
  if (word === undefined) return false;
  if (value !== undefined) return WITH_VALUE.has(word) && !word.includes('=');
  return word === '--test' || word.startsWith('--test-') || word.startsWith('--experimental-test-') ||
    /^(?:-e|-p|-pe|--eval|--print)$/.test(word);
}

function withDefaults(options) {
  validateObject(options, 'options');
  return {
    __proto__: null, concurrency: undefined, timeout: undefined, signal: undefined, files: undefined, globPatterns: undefined, forceExit: undefined,
    watch: undefined, setup: undefined, only: false, argv: [], execArgv: [], isolation: 'process', cwd: process.cwd(), shard: undefined,
    rerunFailuresFilePath: undefined, globalSetupPath: undefined, ...options,
  };
}

/** Runs what a module exports as `globalSetup` and later as `globalTeardown`. */
async function globalSetup(path, cwd) {
  if (path === undefined || path === null || path === '') return undefined;
  const { importFrom } = require('internal/modules/esm/loader');
  const { pathToFileURL } = require('url');
  const namespace = await importFrom(null, pathToFileURL(resolve(cwd, path)).href, {});
  const hooks = { ...namespace.default, ...namespace };
  if (typeof hooks.globalSetup === 'function') await hooks.globalSetup();
  return typeof hooks.globalTeardown === 'function' ? () => hooks.globalTeardown() : undefined;
}

/** What fails before any test can run is the program's. */
function throwLater(error) {
  setImmediate(() => { throw error; });
}

/** @returns {TestsStream} */
function run(options = {}) {
  const config = withDefaults(options);
  checkOptions(config);
  config.names = checkPatterns(config.testNamePatterns, 'options.testNamePatterns');
  config.skips = checkPatterns(config.testSkipPatterns, 'options.testSkipPatterns');
  validateBoolean(config.only, 'options.only');
  if (config.isolation === 'none') config.concurrency = 1;
  const { Harness } = require('internal/test_runner/harness');
  const rerun = require('internal/test_runner/rerun').rerunOf(config.rerunFailuresFilePath);
  const { filterOf } = require('internal/test_runner/filter');
  const isApart = config.isolation === 'process' || config.watch;
  const harness = new Harness({
    concurrency: config.concurrency ?? true,
    rerun,
    signal: config.signal,
    timeout: isApart ? undefined : config.timeout,
    filter: isApart ? undefined : filterOf({ names: config.names, skips: config.skips, only: config.only, onlyIfMarked: true }),
  });
  const mayBeWithin = config.isolation === 'none' && config[kPreload] !== undefined;
  if (process.env.NODE_TEST_CONTEXT !== undefined && !mayBeWithin) {
    process.emitWarning('node:test run() is being called recursively within a test file. skipping running files.');
    setImmediate(() => harness.close());
    return harness.stream;
  }
  start(harness, config, isApart);
  return harness.stream;
}

async function start(harness, config, isApart) {
  const { root } = harness;
  try {
    await config.setup?.(harness.stream);
    try {
      harness.teardown = await globalSetup(config.globalSetupPath, config.cwd);
    } catch (error) {
      throwLater(error);
      harness.close();
      return;
    }
    const files = ofShard(filesOf(config), config.shard);
    debug('files and options:', files, config);
    if (config.watch) {
      const { FilesRunner } = require('internal/test_runner/watch');
      new FilesRunner(harness, { ...config, flags: flagsFor(config) }, files, () => filesOf(config)).begin();
      return;
    }
    if (isApart) addFiles(harness, files, config);
    else await importFiles(harness, files, config);
    await harness.drain();
  } catch (error) {
    root.fail(error);
  }
  await harness.finish();
  harness.close();
}

function addFiles(harness, files, config) {
  const { FileTest, runFile } = require('internal/test_runner/file_test');
  const options = { ...config, flags: flagsFor(config) };
  for (const name of files) {
    const path = resolve(config.cwd, name);
    const test = harness.root.addSubtest(FileTest, [name, { timeout: Infinity }, async () => { await runFile(test, name, options); }], undefined,
      { file: path, line: 1, column: 1 });
    test.path = path;
  }
}

/** Has files add their tests to the same tree. */
async function importFiles(harness, files, { cwd, [kPreload]: preload }) {
  const { setCurrent } = require('internal/test_runner/harness');
  const { importFrom } = require('internal/modules/esm/loader');
  const { pathToFileURL } = require('url');
  setCurrent(harness);
  await preload?.();
  for (const file of files) {
    harness.entryFile = resolve(cwd, file);
    try {
      await importFrom(null, pathToFileURL(harness.entryFile).href, {});
    } catch (error) {
      harness.root.addSubtest(require('internal/test_runner/test').Test, [file, {}, () => { throw error; }],
        undefined, { file: resolve(cwd, file), line: 1, column: 1 });
    }
  }
}

module.exports = { globalSetup, kPreload, run, throwLater, warnOfCoverage };
