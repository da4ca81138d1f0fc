'use strict';

const { option, script } = binding('process');
const { Module } = require('internal/modules/cjs/loader');

/** Runs the program that the options name. */
function run() {
  const text = option('--eval');
  if (text !== undefined) return runText(text);
  process.argv[1] = Module.resolvePath(process.cwd(), script());
  Module._load(process.argv[1], null, true);
}

function runText(text) {
  const module = new Module('[eval]');
  module.filename = `${process.cwd()}/[eval]`;
  globalThis.require = Module.createRequire(module.filename);
  globalThis.module = module;
  globalThis.exports = module.exports;
  globalThis.__filename = '[eval]';
  globalThis.__dirname = '.';
  const value = Module.runScript(text, '[eval]');
  if (option('--print')) require('internal/process/stdio').writeOut(1, `${typeof value === 'string' ? value : typeof value === 'object' ? require('internal/util/inspect').inspect(value) : String(value)}\n`);
}

module.exports = { run };
