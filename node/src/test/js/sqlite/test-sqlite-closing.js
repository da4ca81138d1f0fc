'use strict';

// Opening and closing, and what is left of statements then.

const { errorLike } = require('../common');
const assert = require('node:assert');
const { DatabaseSync } = require('node:sqlite');

const invalid = (message) => errorLike({ name: 'Error', code: 'ERR_INVALID_STATE', message });
const notOpen = invalid('database is not open');
const finalized = invalid('statement has been finalized');

const database = new DatabaseSync(':memory:', { open: false });
assert.strictEqual(database.isOpen, false);
for (const use of [() => database.isTransaction, () => database.close(), () => database.prepare(), () => database.exec(), () => database.location(5),
  () => database.function('f', () => {}), () => database.createTagStore(), () => database.applyChangeset(), () => database.enableDefensive(),
  () => database.loadExtension()]) {
  assert.throws(use, notOpen);
}
database[Symbol.dispose]();
database.open();
assert.strictEqual(database.isOpen, true);
assert.throws(() => database.open(), invalid('database is already open'));

database.exec('BEGIN');
assert.strictEqual(database.isTransaction, true);
database.exec('ROLLBACK');
assert.strictEqual(database.isTransaction, false);

const statement = database.prepare('SELECT 1 AS n UNION SELECT 2');
const iterator = statement.iterate();
iterator.next();
database.function('f', () => 1);
database.close();
for (const use of [() => statement.get(), () => statement.all(), () => statement.run(), () => statement.iterate(), () => statement.columns(),
  () => statement.sourceSQL, () => statement.expandedSQL, () => statement.setReadBigInts(5), () => iterator.next(), () => iterator.return()]) {
  assert.throws(use, finalized);
}
assert.throws(() => database.close(), notOpen);
database.open();
assert.throws(() => statement.get(), finalized);
assert.throws(() => database.exec('SELECT f()'), errorLike({ code: 'ERR_SQLITE_ERROR', message: 'no such function: f' }));
database[Symbol.dispose]();
assert.strictEqual(database.isOpen, false);

let used;
{
  using scoped = new DatabaseSync(':memory:');
  using session = scoped.createSession();
  assert.strictEqual(session.changeset().length, 0);
  used = scoped;
}
assert.strictEqual(used.isOpen, false);

const memory = new DatabaseSync(':memory:');
assert.throws(() => memory.prepare('').get(), finalized);
assert.throws(() => memory.prepare('-- nothing').run(), finalized);
assert.deepStrictEqual({ ...memory.prepare('SELECT 1 AS n; SELECT 2').get() }, { n: 1 });
assert.throws(() => memory.prepare(5), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: 'The "sql" argument must be a string.' }));

// Statements that nobody keeps are given back.
for (let i = 0; i < 2000; i++) memory.prepare(`SELECT ${i}`).get();

for (const [options, message] of [[undefined, 'The "options" argument must be an object.'], [{ open: 1 }, 'The "options.open" argument must be a boolean.'],
  [{ timeout: 0.5 }, 'The "options.timeout" argument must be an integer.'], [{ timeout: 2 ** 40 }, 'The "options.timeout" argument must be an integer.'],
  [{ defensive: null }, 'The "options.defensive" argument must be a boolean.']]) {
  assert.throws(() => new DatabaseSync(':memory:', options), errorLike({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message }));
}

// Extensions.
assert.throws(() => memory.loadExtension('x'), invalid('extension loading is not allowed'));
assert.throws(() => memory.enableLoadExtension(true), invalid('Cannot enable extension loading because it was disabled at database creation.'));
memory.enableLoadExtension(false);
const extensible = new DatabaseSync(':memory:', { allowExtension: true });
assert.throws(() => extensible.loadExtension('/no/such/library'), errorLike({ name: 'Error', code: 'ERR_LOAD_SQLITE_EXTENSION', errcode: undefined }));
assert.throws(() => extensible.exec("SELECT load_extension('x')"), errorLike({ code: 'ERR_SQLITE_ERROR', message: 'not authorized' }));
extensible.enableLoadExtension(false);
assert.throws(() => extensible.loadExtension('/no/such/library'), invalid('extension loading is not allowed'));
