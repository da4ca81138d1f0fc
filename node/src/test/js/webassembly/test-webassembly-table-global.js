'use strict';

// Tables hold functions, globals hold numbers, and both are the same thing inside and outside of an instance.

require('../common');
const assert = require('assert');
const { env, whole } = require('./modules');

const { add, bump, count, table } = new WebAssembly.Instance(new WebAssembly.Module(whole), { env }).exports;

assert.deepStrictEqual([table.length, table.get(0), table.get(1)], [2, null, add]);
assert.strictEqual(table.get(1)(3, 4), 7);
table.set(0, add);
assert.strictEqual(table.get(0), add);
table.set(0, null);
assert.strictEqual(table.grow(1), 2);
assert.strictEqual(table.length, 3);
assert.throws(() => table.get(3), RangeError);
assert.throws(() => table.set(0, () => {}), TypeError);
assert.throws(() => table.grow(9), RangeError);
assert.throws(() => new WebAssembly.Table({ initial: 1 }), TypeError);

assert.strictEqual(count.value, 0);
bump();
assert.strictEqual(count.value, 1);
count.value = 41;
bump();
assert.deepStrictEqual([count.value, count.valueOf()], [42, 42]);

assert.strictEqual(new WebAssembly.Global({ value: 'i64', mutable: true }, 5n).value, 5n);
assert.strictEqual(new WebAssembly.Global({ value: 'f32' }, 0.1).value, Math.fround(0.1));
assert.throws(() => { new WebAssembly.Global({ value: 'i32' }, 1).value = 2; }, TypeError);
assert.throws(() => new WebAssembly.Global({ value: 'i64' }, 1), TypeError);
assert.throws(() => new WebAssembly.Global({ value: 'nothing' }), TypeError);

const anything = { any: 'thing' };
assert.strictEqual(new WebAssembly.Global({ value: 'externref' }, anything).value, anything);
assert.strictEqual(new WebAssembly.Table({ initial: 1, element: 'externref' }, anything).get(0), anything);
