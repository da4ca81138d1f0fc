'use strict';

const { isMainThread, isRestricted, script } = binding('process');
const { getOption } = require('internal/options');
const { Module, makeRequire, textModule } = require('internal/modules/cjs/loader');
const { resolve, runScript, mayBeModule } = binding('module');

/** Runs the program that the command line names. */
function run() {
  const files = getOption('--env-file').length + getOption('--env-file-if-exists').length > 0;
  if (files && isMainThread) require('internal/process/env_files').load();
  const warnings = getOption('--warnings') && process.env.NODE_NO_WARNINGS !== '1';
  if (warnings) process.on('warning', (warning) => require('internal/process/warning').onWarning(warning));
  applyDeprecationOptions();
  if (isRestricted) require('internal/process/permission').define();
  else if (isMainThread) checkPermissionOptions();
  const protoMode = getOption('--disable-proto');
  if (protoMode !== undefined) require('internal/process/proto').disableProto(Object.prototype, protoMode);
  if (!isMainThread) return require('internal/worker_threads/main').run();
  if (process.env.NODE_CHANNEL_FD !== undefined) require('internal/child_process/channel').join();
  const text = getOption('--eval');
  if (text !== undefined) defineText(text);
  if (getOption('--test')) return require('internal/test_runner/main').run();
  if (text !== undefined && !getOption('--interactive')) return runText(text, '[eval]', getOption('--print'));
  const file = script();
  if (text !== undefined || file === '-' || file === '') return require('internal/process/input').run(text);
  process.argv[1] = resolve(process.cwd(), file);
  if (getOption('--check')) return require('internal/process/input').check(Module._resolveFilename(process.argv[1], null, true));
  Module._preloadModules(getOption('--require'));
  Module.runMain();
}

/** Options that name files mean nothing without the one that restricts. */
function checkPermissionOptions() {
  if (getOption('--allow-fs-read').length + getOption('--allow-fs-write').length === 0) return;
  throw new (require('internal/errors').ERR_MISSING_OPTION)('--permission');
}

/** What fork() leaves out of a child's options, or the child would run this text too. */
function defineText(text) {
  Object.defineProperty(process, '_eval', { __proto__: null, value: text, enumerable: true, configurable: true });
  if (getOption('--print')) Object.defineProperty(process, '_print_eval', { __proto__: null, value: true, enumerable: true, configurable: true });
}

function applyDeprecationOptions() {
  if (!getOption('--deprecation')) process.noDeprecation = true;
  if (getOption('--throw-deprecation')) process.throwDeprecation = true;
  if (getOption('--trace-deprecation')) process.traceDeprecation = true;
  if (getOption('--trace-warnings')) process.traceProcessWarnings = true;
}

/** Makes the built-in modules globals, each required when it is first read. */
function exposeBuiltins() {
  const { defineLazy } = require('internal/lazy_property');
  for (const id of Module.builtinModules) {
    if (id[0] !== '_' && !id.includes('/') && !id.includes(':') && !(id in globalThis)) defineLazy(globalThis, id, false, () => require(id));
  }
}

/** Runs text in the global scope, with what a module would have as globals. */
function runText(text, name, print) {
  if ((getOption('--input-type') || mayBeModule(text)) &&
      require('internal/modules/esm/main').runIfModule(text, name, print)) return;
  if (getOption('--import').length > 0 || getOption('--experimental-loader').length > 0) {
    require('internal/modules/esm/main').start(() => runScriptText(text, name, print));
    return;
  }
  runScriptText(text, name, print);
}

function runScriptText(text, name, print) {
  const module = textModule(name);
  globalThis.module = module;
  globalThis.exports = module.exports;
  globalThis.__filename = name;
  globalThis.__dirname = '.';
  globalThis.require = makeRequire(module);
  exposeBuiltins();
  Module._preloadModules(getOption('--require'));
  const value = runScript(text, name);
  if (print) console.log(value);
}

module.exports = { run, runText };
