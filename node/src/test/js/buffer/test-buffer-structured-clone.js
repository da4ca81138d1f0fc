'use strict';

require('../common');
const assert = require('assert');

const value = { date: new Date(5), map: new Map([[{ a: 1 }, new Set([/x/g])]]), big: 1n, list: [1, , 3], error: new RangeError('no') };
value.self = value;
const clone = structuredClone(value);
assert.notStrictEqual(clone, value);
assert.strictEqual(clone.self, clone);
assert.deepStrictEqual(clone.map, value.map);
assert.deepStrictEqual([clone.date, clone.big, clone.list, clone.error.message], [value.date, 1n, value.list, 'no']);
assert.ok(clone.error instanceof RangeError);

// What is transferred moves.
const { buffer } = new Uint8Array([1, 2]);
const moved = structuredClone({ buffer }, { transfer: [buffer] });
assert.deepStrictEqual(new Uint8Array(moved.buffer), new Uint8Array([1, 2]));
assert.strictEqual(buffer.byteLength, 0);

for (const [bad, message] of [[() => 1, '() => 1'], [Symbol('s'), 'Symbol(s)'], [new WeakMap(), '#<WeakMap>']]) {
  assert.throws(() => structuredClone(bad), { name: 'DataCloneError', code: 25, message: `${message} could not be cloned.` });
}
assert.throws(() => structuredClone(), { code: 'ERR_MISSING_ARGS' });
const error = new DOMException('m', 'AbortError');
assert.deepStrictEqual([structuredClone(error).name, structuredClone(error).stack], ['AbortError', error.stack]);
