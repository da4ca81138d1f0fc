'use strict';

// What JavaScript's values are in a database, and what comes back.

const { errorLike } = require('../common');
const assert = require('node:assert');
const { DatabaseSync } = require('node:sqlite');

const database = new DatabaseSync(':memory:');
const echo = database.prepare('SELECT ? AS value, typeof(?1) AS type');
const both = (value) => Object.values(echo.get(value));

assert.deepStrictEqual(both(null), [null, 'null']);
assert.deepStrictEqual(both(1), [1, 'real']);
assert.deepStrictEqual(both(-0), [-0, 'real']);
assert.deepStrictEqual(both(0.1), [0.1, 'real']);
assert.deepStrictEqual(both(2 ** 53), [2 ** 53, 'real']);
assert.deepStrictEqual(both(Infinity), [Infinity, 'real']);
assert.deepStrictEqual(both(NaN), [null, 'null']);
assert.deepStrictEqual(both(7n), [7, 'integer']);
assert.deepStrictEqual(both('Kaffee ☕ 😀'), ['Kaffee ☕ 😀', 'text']);
assert.deepStrictEqual(both(''), ['', 'text']);
assert.deepStrictEqual(both('a\0b')[0], 'a');
assert.deepStrictEqual(both('\ud800'), ['\ufffd', 'text']);
assert.deepStrictEqual(both(new Uint8Array([0, 255])), [new Uint8Array([0, 255]), 'blob']);
assert.deepStrictEqual(both(new Uint8Array(0)), [new Uint8Array(0), 'blob']);
assert.deepStrictEqual(both(Buffer.from('é')), [new Uint8Array([0xc3, 0xa9]), 'blob']);
assert.deepStrictEqual(both(new DataView(new Uint8Array([1, 2, 3]).buffer, 1)), [new Uint8Array([2, 3]), 'blob']);
const large = 'x'.repeat(100_000) + '☕';
assert.deepStrictEqual(both(large), [large, 'text']);
assert.deepStrictEqual(both(Buffer.alloc(100_000, 7))[0], new Uint8Array(100_000).fill(7));
assert.strictEqual(Buffer.isBuffer(both(Buffer.from('x'))[0]), false);

for (const value of [true, undefined, Symbol('s')]) {
  assert.throws(() => echo.get(value), errorLike({
    name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message: 'Provided value cannot be bound to SQLite parameter 1.',
  }));
}
assert.throws(() => echo.get(1n << 63n), errorLike({ name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message: 'BigInt value is too large to bind.' }));

// Integers are numbers as far as numbers are precise.
const limits = database.prepare('SELECT 9007199254740991 AS most, -9007199254740991 AS least, 2147483648 AS wide');
assert.deepStrictEqual({ ...limits.get() }, { most: 2 ** 53 - 1, least: 1 - 2 ** 53, wide: 2 ** 31 });
const beyond = database.prepare('SELECT 9007199254740993 AS n');
const tooLarge = errorLike({
  name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message: 'Value is too large to be represented as a JavaScript number: 9007199254740993',
});
for (const read of [() => beyond.get(), () => beyond.all(), () => beyond.iterate().next()]) assert.throws(read, tooLarge);
beyond.setReadBigInts(true);
assert.strictEqual(beyond.get().n, 9007199254740993n);
const extremes = database.prepare('SELECT ? AS a, ? AS b');
extremes.setReadBigInts(true);
assert.deepStrictEqual({ ...extremes.get(2n ** 63n - 1n, -(2n ** 63n)) }, { a: 2n ** 63n - 1n, b: -(2n ** 63n) });

// Ill-formed text.
assert.strictEqual(database.prepare("SELECT CAST(x'ff41' AS TEXT) AS t").get().t, '\ufffdA');
