'use strict';

// Parameters by name and by position.

const { errorLike } = require('../common');
const assert = require('node:assert');
const { DatabaseSync } = require('node:sqlite');

const database = new DatabaseSync(':memory:', { returnArrays: true });
const get = (sql, ...values) => database.prepare(sql).get(...values);
const invalid = (message) => errorLike({ name: 'Error', code: 'ERR_INVALID_STATE', message });
const outOfRange = errorLike({ code: 'ERR_SQLITE_ERROR', errcode: 25, errstr: 'column index out of range', message: 'column index out of range' });

assert.deepStrictEqual(get('SELECT :a, @b, $c, ?', { ':a': 'a', '@b': 'b', 'c': 'c' }, 'd'), ['a', 'b', 'c', 'd']);
assert.deepStrictEqual(get('SELECT ?, :b, ?', { b: 'b' }, 'a', 'c'), ['a', 'b', 'c']);
assert.deepStrictEqual(get('SELECT ?2, ?1', 'a', 'b'), ['b', 'a']);
assert.deepStrictEqual(get('SELECT ?5', { 5: 'five' }), ['five']);
assert.deepStrictEqual(get('SELECT :a, :a', { a: 1 }), [1, 1]);
assert.deepStrictEqual(get('SELECT :a, ?', { a: 1 }), [1, null]);

// The first value counts as names where it is an object, whatever its kind, and its own enumerable properties count.
assert.deepStrictEqual(get('SELECT :a', new Map()), [null]);
assert.deepStrictEqual(get('SELECT :a', () => {}), [null]);
assert.deepStrictEqual(get('SELECT :a', { __proto__: { a: 1 } }), [null]);
assert.deepStrictEqual(get('SELECT :a', new Proxy({ a: 7 }, {})), [7]);
assert.throws(() => get('SELECT ?', ['x']), invalid("Unknown named parameter '0'"));
assert.throws(() => get('SELECT :a', { get a() { throw new RangeError('mine'); } }), errorLike({ name: 'RangeError', message: 'mine' }));

assert.throws(() => get('SELECT :a', { b: 1 }), invalid("Unknown named parameter 'b'"));
assert.throws(() => get('SELECT :a, @a', { a: 1 }), invalid("Cannot create bare named parameter 'a' because of conflicting names ':a' and '@a'."));
assert.throws(() => get('SELECT ?', 1, 2), outOfRange);
assert.throws(() => get('SELECT :a', 1), outOfRange);

const strict = database.prepare('SELECT :a AS a, @a AS b');
strict.setAllowBareNamedParameters(false);
assert.deepStrictEqual(strict.get({ ':a': 1, '@a': 2 }), [1, 2]);
assert.throws(() => strict.get({ a: 1 }), invalid("Unknown named parameter 'a'"));
strict.setAllowUnknownNamedParameters(true);
assert.deepStrictEqual(strict.get({ 'a': 1, ':a': 3 }), [3, null]);

const lenient = new DatabaseSync(':memory:', { allowUnknownNamedParameters: true, allowBareNamedParameters: false, readBigInts: true, returnArrays: true });
assert.deepStrictEqual(lenient.prepare('SELECT :a, 5').get({ 'a': 1, ':a': 2n, 'z': Symbol('never looked at') }), [2n, 5n]);

// What was given once does not stay.
const insert = database.prepare('SELECT ? AS a, ? AS b');
insert.get(1, 2);
assert.deepStrictEqual(insert.get(3), [3, null]);

for (const [setter, name] of [['setReadBigInts', 'readBigInts'], ['setReturnArrays', 'returnArrays'],
  ['setAllowBareNamedParameters', 'allowBareNamedParameters'], ['setAllowUnknownNamedParameters', 'enabled']]) {
  assert.throws(() => insert[setter](1), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: `The "${name}" argument must be a boolean.` }));
}
