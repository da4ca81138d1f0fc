'use strict';

const { hasStartOptions, isMainThread, script, tool } = binding('process');
const { getOption } = require('internal/options');
const { Module, makeRequire, preload, textModule } = require('internal/modules/cjs/loader');
const { defineBuiltins, resolve, runScript, mayBeModule } = binding('module');

/** Runs the program that the command line names. */
function run() {
  const warnings = getOption('--warnings') && process.env.NODE_NO_WARNINGS !== '1';
  if (warnings) process.on('warning', (warning) => require('internal/process/warning').onWarning(warning));
  if (hasStartOptions) require('internal/process/start_options').apply();
  if (!isMainThread) return require('internal/worker_threads/main').run();
  if (process.env.NODE_CHANNEL_FD !== undefined) require('internal/child_process/channel').join();
  const text = getOption('--eval');
  if (text !== undefined) defineText(text);
  if (tool) return require(tool).run();
  if (text !== undefined && !getOption('--interactive')) return runText(text, '[eval]', getOption('--print'));
  const file = script();
  if (text !== undefined || file === '-' || file === '') return require('internal/process/input').run(text);
  if (getOption('--entry-url')) return require('internal/modules/esm/main').runEntryUrl(file);
  process.argv[1] = resolve(process.cwd(), file);
  if (getOption('--check')) return require('internal/process/input').check(process.argv[1]);
  preload();
  Module.runMain();
}

/** What fork() leaves out of a child's options, or the child would run this text too. */
function defineText(text) {
  Object.defineProperty(process, '_eval', { __proto__: null, value: text, enumerable: true, configurable: true });
  if (getOption('--print')) Object.defineProperty(process, '_print_eval', { __proto__: null, value: true, enumerable: true, configurable: true });
}

/** Runs text in the global scope, with what a module would have as globals. */
function runText(text, name, print) {
  const type = getOption('--input-type');
  if (type?.endsWith('-typescript')) text = require('internal/modules/typescript').programText(text, name, type);
  if ((type || mayBeModule(text)) &&
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
  if (name === '[eval]') {
    defineBuiltins(Module.builtinModules);
    if (text.includes('crypto')) text = require('internal/process/eval').withCrypto(text, print);
  }
  preload();
  let value;
  try {
    value = runScript(text, name);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return runText(require('internal/modules/typescript').programText(text, name, getOption('--input-type'), error), name, print);
  }
  if (print) require('internal/process/eval').print(value);
}

module.exports = { run, runText };
