'use strict';

// Options decide how much is shown and how it is laid out.

const assert = require('assert');
const { inspect } = require('util');

const deep = { a: { b: { c: { d: 1 } } } };
assert.strictEqual(inspect(deep), '{ a: { b: { c: [Object] } } }');
assert.strictEqual(inspect(deep, { depth: null }), '{\n  a: { b: { c: { d: 1 } } }\n}');
assert.strictEqual(inspect(deep, { depth: 0 }), '{ a: [Object] }');
assert.strictEqual(inspect(deep, { depth: null, compact: 4 }), '{ a: { b: { c: { d: 1 } } } }');
assert.strictEqual(inspect({ a: [1, { b: 2 }] }, { compact: false }), '{\n  a: [\n    1,\n    {\n      b: 2\n    }\n  ]\n}');
assert.strictEqual(inspect({ a: 1, b: 'xxxx' }, { compact: true, breakLength: 8 }), '{ a: 1,\n  b: \'xxxx\' }');
assert.strictEqual(inspect([1, 2, 3], { maxArrayLength: 1 }), '[ 1, ... 2 more items ]');
assert.strictEqual(inspect('abcd', { maxStringLength: 3 }), '\'abc\'... 1 more character');
assert.strictEqual(inspect({ b: 1, a: 2 }, { sorted: true }), '{ a: 2, b: 1 }');
assert.strictEqual(inspect({ b: 1, a: 2 }, { sorted: (x, y) => (x < y ? 1 : -1) }), '{ b: 1, a: 2 }');
assert.strictEqual(inspect(1234567.1234, { numericSeparator: true }), '1_234_567.123_4');
assert.strictEqual(inspect({ get a() { return 1; }, get b() { throw new Error('no'); } }, { getters: true }),
                   '{ a: [Getter: 1], b: [Getter: <Inspection threw (no)>] }');
assert.strictEqual(inspect([1], { showHidden: true }), '[ 1, [length]: 1 ]');
assert.strictEqual(inspect({ a: 'x', b: 1 }, { colors: true }), '{ a: \u001b[32m\'x\'\u001b[39m, b: \u001b[33m1\u001b[39m }');
assert.strictEqual(inspect({ a: 1 }, true, null, true), '{ a: \u001b[33m1\u001b[39m }');

class Base {
  get own() { return 1; }
}
assert.strictEqual(inspect(new Base(), { showHidden: true }), 'Base { [own]: [Getter] }');

assert.strictEqual(inspect('a'.repeat(80) + '\nb'), `'${'a'.repeat(80)}\\n' +\n  'b'`);
assert.throws(() => { inspect.defaultOptions = null; }, { code: 'ERR_INVALID_ARG_TYPE' });
inspect.defaultOptions = { depth: 0 };
assert.strictEqual(inspect(deep), '{ a: [Object] }');
