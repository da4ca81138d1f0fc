'use strict';

// Deep equality, strict, loose and partial, over every kind of object.

require('../common');
const assert = require('assert');
const { isDeepStrictEqual } = require('util');

const same = [
  [[1, , 3], [1, , 3]],   // eslint-disable-line no-sparse-arrays
  [new Map([[{ k: 1 }, 'v'], ['a', new Set([1])]]), new Map([['a', new Set([1])], [{ k: 1 }, 'v']])],
  [new Set([{ a: 1 }, [2]]), new Set([[2], { a: 1 }])],
  [new Date(5), new Date(5)],
  [/x/gi, /x/gi],
  [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  [Object('boxed'), Object('boxed')],
  [new Error('m', { cause: 1 }), new Error('m', { cause: 1 })],
  [{ [Symbol.for('s')]: 1 }, { [Symbol.for('s')]: 1 }],
  [NaN, NaN],
];
for (const [a, b] of same) {
  assert.deepStrictEqual(a, b);
  assert.deepEqual(a, b);
  assert.ok(isDeepStrictEqual(a, b));
}

const different = [
  [[1, undefined], [1, , ]],   // eslint-disable-line no-sparse-arrays
  [new Map([[1, 2]]), new Map([[1, 3]])],
  [new Set([{ a: 1 }]), new Set([{ a: 2 }])],
  [new Date(5), new Date(6)],
  [/x/g, /x/i],
  [new Uint8Array([1]), new Int8Array([1])],
  [new Error('m'), new Error('n')],
  [new Error('m', { cause: 1 }), new Error('m', { cause: 2 })],
  [{ a: undefined }, {}],
  [-0, 0],
  [new (class A {})(), {}],
  [new WeakMap(), new WeakMap()],
];
for (const [a, b] of different) assert.ok(!isDeepStrictEqual(a, b), `${String(a)} and ${String(b)}`);

assert.deepEqual([1, '2'], ['1', 2]);
assert.deepEqual(new Set([1]), new Set(['1']));
assert.notDeepStrictEqual([1], ['1']);

const a = { v: 1 };
a.self = a;
const b = { v: 1 };
b.self = b;
assert.deepStrictEqual(a, b);

assert.partialDeepStrictEqual({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3 } });
assert.partialDeepStrictEqual([1, 2, 3, 4], [2, 4]);
assert.partialDeepStrictEqual(new Set([1, 2]), new Set([2]));
assert.throws(() => assert.partialDeepStrictEqual([1, 2], [2, 1]), { code: 'ERR_ASSERTION' });
