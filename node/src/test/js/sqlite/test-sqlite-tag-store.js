'use strict';

// Literals as statements, of which a store keeps those used last.

const { errorLike } = require('../common');
const assert = require('node:assert');
const { DatabaseSync } = require('node:sqlite');

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT)');
const sql = database.createTagStore(2);
assert.deepStrictEqual(Object.keys(sql), ['capacity', 'db']);
assert.deepStrictEqual([sql.capacity, sql.db === database, sql.size(), sql.constructor.name], [2, true, 0, 'SQLTagStore']);

assert.deepStrictEqual(sql.run`INSERT INTO t(v) VALUES (${'a'})`, { lastInsertRowid: 1, changes: 1 });
assert.deepStrictEqual(sql.run`INSERT INTO t(v) VALUES (${'b'})`, { lastInsertRowid: 2, changes: 1 });
assert.strictEqual(sql.size(), 1);
assert.deepStrictEqual({ ...sql.get`SELECT v FROM t WHERE id = ${2}` }, { v: 'b' });
assert.strictEqual(sql.get`SELECT v FROM t WHERE id = ${3}`, undefined);
assert.deepStrictEqual(sql.all`SELECT v FROM t ORDER BY id`.map((row) => row.v), ['a', 'b']);
assert.strictEqual(sql.size(), 2);
assert.deepStrictEqual(sql.iterate`SELECT v FROM t WHERE id < ${9} ORDER BY id`.map((row) => row.v).toArray(), ['a', 'b']);
assert.strictEqual(sql.size(), 2);
assert.strictEqual(sql.clear(), undefined);
assert.strictEqual(sql.size(), 0);

// Values stand for positions, whatever they are.
assert.throws(() => sql.get`SELECT ${{ a: 1 }}`, errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: 'Provided value cannot be bound to SQLite parameter 1.' }));
assert.throws(() => sql.get`no SQL`, errorLike({ code: 'ERR_SQLITE_ERROR', message: 'Failed to prepare statement', errcode: undefined }));
assert.throws(() => sql.get('SELECT 1'), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: 'First argument must be an array of strings (template literal).' }));
assert.throws(() => sql.get([1]), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: 'Template literal parts must be strings.' }));

const capacity = (value) => database.createTagStore(value).capacity;
assert.deepStrictEqual([undefined, '7', 2.5, 0].map(capacity), [1000, 1000, 2, 0]);
const none = database.createTagStore(0);
assert.deepStrictEqual({ ...none.get`SELECT 1 AS n` }, { n: 1 });
assert.strictEqual(none.size(), 0);

sql.get`SELECT 1`;
database.close();
assert.throws(() => sql.get`SELECT 1`, errorLike({ code: 'ERR_INVALID_STATE', message: 'database is not open' }));
database.open();
assert.deepStrictEqual({ ...sql.get`SELECT 1` }, { 1: 1 });
