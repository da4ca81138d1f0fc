'use strict';

// The module has a name with its scheme only, warns once, and its classes look as those that C++ makes.

const { errorLike, expectWarning } = require('../common');
const assert = require('node:assert');

expectWarning('ExperimentalWarning', [['SQLite is an experimental feature and might change at any time', undefined]]);

assert.throws(() => require('sqlite'), errorLike({ code: 'MODULE_NOT_FOUND' }));
const sqlite = require('node:sqlite');
assert.strictEqual(process.getBuiltinModule('node:sqlite'), sqlite);
assert.strictEqual(process.getBuiltinModule('sqlite'), undefined);
assert.match(process.versions.sqlite, /^3\.\d+\.\d+$/);
assert.deepStrictEqual(Object.keys(sqlite), ['DatabaseSync', 'StatementSync', 'Session', 'constants', 'backup']);

const { DatabaseSync, StatementSync, Session, backup, constants } = sqlite;
assert.deepStrictEqual(Reflect.ownKeys(DatabaseSync.prototype).sort((a, b) => String(a).localeCompare(String(b))), [
  'aggregate', 'applyChangeset', 'close', 'constructor', 'createSession', 'createTagStore', 'enableDefensive', 'enableLoadExtension',
  'exec', 'function', 'loadExtension', 'location', 'open', 'prepare', 'setAuthorizer', Symbol.dispose]);
assert.deepStrictEqual(Object.keys(StatementSync.prototype), ['iterate', 'all', 'get', 'run', 'columns', 'setAllowBareNamedParameters',
  'setAllowUnknownNamedParameters', 'setReadBigInts', 'setReturnArrays']);
assert.deepStrictEqual(Object.keys(Session.prototype), ['changeset', 'patchset', 'close']);
for (const Class of [DatabaseSync, StatementSync, Session]) {
  assert.strictEqual(Class.length, 0);
  for (const [name, method] of Object.entries(Class.prototype)) {
    assert.strictEqual(method.name, name);
    assert.strictEqual(method.length, 0);
    assert.ok(!Object.hasOwn(method, 'prototype'));
    assert.throws(() => method.call({}), errorLike({ name: 'TypeError', message: 'Illegal invocation' }));
  }
}
assert.strictEqual(DatabaseSync.prototype[Symbol.dispose].name, '');
assert.deepStrictEqual([backup.name, backup.length], ['backup', 2]);

assert.throws(() => DatabaseSync(':memory:'), errorLike({ name: 'TypeError', code: 'ERR_CONSTRUCT_CALL_REQUIRED' }));
for (const make of [() => new StatementSync(), () => StatementSync(), () => new Session()]) {
  assert.throws(make, errorLike({ name: 'Error', code: 'ERR_ILLEGAL_CONSTRUCTOR', message: 'Illegal constructor' }));
}

const database = new DatabaseSync(':memory:');
assert.deepStrictEqual(Object.keys(database), ['isOpen', 'isTransaction']);
assert.strictEqual(database[Symbol.for('sqlite-type')], 'node:sqlite');
const accessor = Object.getOwnPropertyDescriptor(database, 'isOpen');
assert.deepStrictEqual([accessor.get.name, accessor.set, accessor.enumerable, accessor.configurable], ['', undefined, true, false]);
const statement = database.prepare('SELECT 1');
assert.deepStrictEqual(Object.keys(statement), ['sourceSQL', 'expandedSQL']);
assert.throws(() => structuredClone(statement), errorLike({ name: 'DataCloneError' }));

const iterator = statement.iterate();
assert.ok(iterator instanceof Iterator);
assert.strictEqual(iterator.constructor.name, 'StatementSyncIterator');
assert.deepStrictEqual(Object.keys(Object.getPrototypeOf(iterator)), ['next', 'return']);

assert.deepStrictEqual(Object.getOwnPropertyDescriptor(constants, 'SQLITE_DENY'),
                       { value: 1, writable: false, enumerable: true, configurable: false });
assert.strictEqual(Object.keys(constants).length, 45);
assert.deepStrictEqual([constants.SQLITE_CREATE_INDEX, constants.SQLITE_SAVEPOINT, constants.SQLITE_COPY, constants.SQLITE_RECURSIVE], [1, 32, 0, 33]);

class Shop extends DatabaseSync {
  constructor() { super(':memory:'); }
  count() { return this.prepare('SELECT count(*) AS n FROM sqlite_schema').get().n; }
}
assert.strictEqual(new Shop().count(), 0);
