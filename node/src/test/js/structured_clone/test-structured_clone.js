'use strict';

// structuredClone copies what has a structure, moves what is transferred, and refuses the rest.

require('../common');
const assert = require('assert');

const original = { list: [1, new Map([['k', new Set([2n])]])], when: new Date(5), re: /x/g, bytes: new Uint8Array([1, 2]), error: new RangeError('r') };
original.self = original;
const copy = structuredClone(original);
assert.notStrictEqual(copy, original);
assert.strictEqual(copy.self, copy);
assert.deepStrictEqual(copy.list, original.list);
assert.deepStrictEqual([copy.when, copy.re, copy.bytes], [original.when, original.re, original.bytes]);
assert.ok(copy.error instanceof RangeError);

const buffer = new ArrayBuffer(8);
const moved = structuredClone(buffer, { transfer: [buffer] });
assert.deepStrictEqual([buffer.byteLength, moved.byteLength], [0, 8]);

for (const value of [() => {}, Symbol('s'), new WeakMap(), { deep: { fn() {} } }]) {
  assert.throws(() => structuredClone(value), { name: 'DataCloneError', code: 25 });
}
assert.throws(() => structuredClone(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => structuredClone(1, 2), { code: 'ERR_INVALID_ARG_TYPE' });
