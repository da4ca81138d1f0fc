'use strict';

const { option, script } = binding('process');
const { Module } = require('internal/modules/cjs/loader');

/** Runs the program that the options name. */
function run() {
  const text = option('--eval');
  if (text !== undefined) return runText(text);
  const path = require('path');
  process.argv[1] = path.resolve(script());
  Module._load(process.argv[1], null, true);
}

function runText(text) {
  const path = require('path');
  const module = new Module('[eval]');
  module.filename = path.join(process.cwd(), '[eval]');
  globalThis.require = Module.createRequire(module.filename);
  globalThis.module = module;
  globalThis.exports = module.exports;
  globalThis.__filename = '[eval]';
  globalThis.__dirname = '.';
  const value = Module.runScript(text, '[eval]');
  if (option('--print')) console.log(value);
}

module.exports = { run };
