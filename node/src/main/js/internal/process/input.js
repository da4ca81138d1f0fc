'use strict';

/** The program that comes from standard input, and programs that are only looked at. */

const { readAllInput, descriptorType } = binding('process');
const { compileFunction } = binding('module');
const { getOption } = require('internal/options');

const WRAPPER = ['exports', 'require', 'module', '__filename', '__dirname'];

/** @param {string} [text] of `--eval`, which a REPL runs too */
function run(text) {
  const isTerminal = () => descriptorType(0) === 'tty' && !getOption('--check');
  if (getOption('--interactive') || isTerminal()) return interact(text);
  const program = readAllInput();
  if (getOption('--check')) return compileFunction(program, '[stdin]', ...WRAPPER);
  process._eval = program;
  return require('internal/process/main').runText(program, '[stdin]', false);
}

/** Starts the REPL, or what stands in for it. */
function interact(text) {
  const { Module } = require('internal/modules/cjs/loader');
  const external = process.env.NODE_REPL_EXTERNAL_MODULE;
  if (external) return Module._load(external, undefined, true);
  Module._preloadModules(getOption('--require'));
  return require('internal/repl/main').run(text);
}

/** Says what is wrong with a file's syntax, if anything is. */
function check(filename) {
  compileFunction(require('fs').readFileSync(filename, 'utf8'), filename, ...WRAPPER);
}

module.exports = { check, run };
