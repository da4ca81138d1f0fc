'use strict';

// What goes wrong with `using`: values that are no resources, errors while disposing, texts that are wrong.
require('../common');
const assert = require('assert');
const vm = require('vm');

const failing = (error) => ({ [Symbol.dispose]() { throw error; } });

assert.throws(() => { using a = 1; }, { name: 'TypeError', message: 'An object is expected with `using` declarations' });
assert.throws(() => { using a = {}; }, { name: 'TypeError', message: 'Symbol(Symbol.dispose) is not a function' });
assert.throws(() => { using a = { [Symbol.dispose]: 1 }; }, { name: 'TypeError', message: 'Symbol(Symbol.dispose) is not a function' });

// The error of the body, and each of a disposal, is kept.
const [body, first, second] = ['body', 'first', 'second'].map((message) => new Error(message));
try {
  using a = failing(second), b = failing(first);
  throw body;
} catch (error) {
  assert.ok(error instanceof SuppressedError);
  assert.strictEqual(error.message, 'An error was suppressed during disposal');
  assert.strictEqual(error.error, second);
  assert.strictEqual(error.suppressed.error, first);
  assert.strictEqual(error.suppressed.suppressed, body);
}
assert.throws(() => { using a = failing(first); return 1; }, first);
// What was opened before something is refused is closed.
const log = [];
assert.throws(() => { using a = { [Symbol.dispose]() { log.push('closed'); } }, b = 1; }, TypeError);
assert.deepStrictEqual(log, ['closed']);

for (const text of ['using a = null', '{ using a }', 'switch (1) { case 1: using a = null }', 'if (1) using a = null',
  'for (using a in {}) {}', '{ await using a = null }']) {
  assert.throws(() => new vm.Script(text), SyntaxError, text);
}
assert.throws(() => { using a = null; a = 1; }, TypeError);

const made = SuppressedError(1, 2, 'words');
assert.strictEqual(String(made), 'SuppressedError: words');
assert.strictEqual(Object.getPrototypeOf(SuppressedError), Error);
assert.deepStrictEqual(Object.getOwnPropertyDescriptor(made, 'suppressed'), { value: 2, writable: true, enumerable: false, configurable: true });
assert.match(made.stack, /^SuppressedError: words\n {4}at .*test-module-using-errors\.js/);
