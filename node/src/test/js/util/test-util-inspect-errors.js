'use strict';

// An error shows its class's name, its stack, its cause and its properties; frames that repeat are left out.

const assert = require('assert');
const { inspect } = require('util');

function made(Class, stack, properties) {
  const error = new Class('msg');
  error.stack = stack;
  return Object.assign(error, properties);
}

class Odd extends Error {}
class OddError extends Error {}

assert.strictEqual(inspect(made(Error, 'Error: msg\n    at a', { code: 'X' })), 'Error: msg\n    at a {\n  code: \'X\'\n}');
assert.strictEqual(inspect(made(Error, 'Error: msg')), '[Error: msg]');
assert.strictEqual(inspect(made(Odd, 'Error: msg\n    at a')), 'Odd [Error]: msg\n    at a');
assert.strictEqual(inspect(made(OddError, 'Error: msg\n    at a')), 'OddError: msg\n    at a');
assert.strictEqual(inspect(made(Error, 5)), '[Error: msg\n    5]');
assert.strictEqual(inspect(Object.setPrototypeOf(made(Error, 'Error: msg\n    at a'), null)), '[Error: null prototype]: msg\n    at a');
assert.strictEqual(inspect([made(Error, 'Error: msg\n    at a')]), '[\n  Error: msg\n      at a\n]');

const cause = made(TypeError, 'TypeError: msg\n    at z\n    at b\n    at c\n    at d\n    at e');
const caused = new Error('msg', { cause });
caused.stack = 'Error: msg\n    at a\n    at b\n    at c\n    at d\n    at e';
assert.strictEqual(inspect(caused), `Error: msg
    at a
    at b
    ... 2 lines matching cause stack trace ...
    at e {
  [cause]: TypeError: msg
      at z
      at b
      at c
      at d
      at e
}`);

const recursion = ['Error: deep', ...Array(12).fill('    at f'), '    at top'].join('\n');
assert.strictEqual(inspect(made(Error, recursion)),
                   'Error: deep\n    at f\n    ... collapsed 11 duplicate lines matching above 1 lines 11 times...\n    at top');

const several = new AggregateError([made(Error, 'Error: msg\n    at i')], 'all');
several.stack = 'AggregateError: all\n    at a';
assert.strictEqual(inspect(several), 'AggregateError: all\n    at a {\n  [errors]: [\n    Error: msg\n        at i\n  ]\n}');

assert.strictEqual(inspect(made(Error, 'Error: msg\n    at f (/x/node_modules/pkg/a.js:1:1)'), { colors: true }),
                   'Error: msg\n    at f (/x/node_modules/\u001b[4mpkg\u001b[24m/a.js:1:1)');
