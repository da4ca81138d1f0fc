'use strict';

const { script } = binding('process');
const { getOption } = require('internal/options');
const { Module, textModule } = require('internal/modules/cjs/loader');
const { resolve, runScript } = binding('module');

/** Runs the program that the command line names. */
function run() {
  const text = getOption('--eval');
  const file = script();
  if (text !== undefined) return runText(text, '[eval]', getOption('--print'));
  process.argv[1] = resolve(process.cwd(), file);
  preload();
  Module.runMain();
}

function preload() {
  Module._preloadModules(getOption('--require'));
}

function runText(text, name, print) {
  const module = textModule(name);
  const { makeRequire } = require('internal/modules/cjs/loader');
  globalThis.module = module;
  globalThis.exports = module.exports;
  globalThis.__filename = name;
  globalThis.__dirname = '.';
  globalThis.require = makeRequire(module);
  preload();
  const value = runScript(text, name);
  if (print) console.log(value);
}

module.exports = { run, runText };
