'use strict';

/** The program that comes from standard input, and programs that are only looked at. */

const { readAllInput, descriptorType } = binding('process');
const { checkScript, compileFunction, sourceModule } = binding('module');
const { getOption } = require('internal/options');
const { Module, packageType, preload, textOf } = require('internal/modules/cjs/loader');

const WRAPPER = ['exports', 'require', 'module', '__filename', '__dirname'];
const WRAPPED_NOTHING = `(function (${WRAPPER.join(', ')}) { \n});`;

/** @param {string} [text] of `--eval`, which a REPL runs too */
function run(text) {
  const isTerminal = () => descriptorType(0) === 'tty' && !getOption('--check');
  if (getOption('--interactive') || isTerminal()) return interact(text);
  const program = readAllInput();
  if (getOption('--check')) {
    preload();
    return checkText(program, '[stdin]', getOption('--input-type'));
  }
  process._eval = program;
  return require('internal/process/main').runText(program, '[stdin]', getOption('--print'));
}

/** Starts the REPL, or what stands in for it. */
function interact(text) {
  const external = process.env.NODE_REPL_EXTERNAL_MODULE;
  if (external) return Module._load(external, undefined, true);
  preload();
  return require('internal/repl/main').run(text);
}

/** Says what is wrong with a file's syntax, if anything is. */
function check(file) {
  preload();
  const path = Module._resolveFilename(file, null, true);
  checkText(textOf(path), path, formatOf(path));
}

function formatOf(path) {
  if (path.endsWith('.mjs')) return 'module';
  return path.endsWith('.cjs') ? 'commonjs' : packageType(path);
}

function checkText(text, name, format) {
  if (format === 'module') sourceModule(text, name);
  else if (Module.wrap('') !== WRAPPED_NOTHING) checkScript(Module.wrap(text), name);   // a program's own wrapper
  else if (format === 'commonjs' || !require('internal/modules/esm/format').hasModuleSyntax(text, name)) compileFunction(text, name, ...WRAPPER);
}

module.exports = { check, run };
