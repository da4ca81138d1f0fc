'use strict';

// What a session recorded is applied to another database, as far as filters and conflicts let it.

const { errorLike, mustCall } = require('../common');
const assert = require('node:assert');
const { DatabaseSync, constants } = require('node:sqlite');

function create() {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE a(id INTEGER PRIMARY KEY, v TEXT); CREATE TABLE b(id INTEGER PRIMARY KEY, v TEXT)');
  return database;
}
const rows = (database, table) => database.prepare(`SELECT id, v FROM ${table} ORDER BY id`).all().map(({ id, v }) => `${id}${v}`).join();

const source = create();
const session = source.createSession();
const onlyB = source.createSession({ table: 'b', db: 'main' });
source.exec("INSERT INTO a VALUES (1, 'x'), (2, 'y'); INSERT INTO b VALUES (7, 'z')");
const changes = session.changeset();
assert.ok(changes instanceof Uint8Array && !Buffer.isBuffer(changes));
assert.ok(session.patchset().length <= changes.length);

const whole = create();
assert.strictEqual(whole.applyChangeset(changes), true);
assert.deepStrictEqual([rows(whole, 'a'), rows(whole, 'b')], ['1x,2y', '7z']);
const part = create();
assert.strictEqual(part.applyChangeset(onlyB.changeset()), true);
assert.deepStrictEqual([rows(part, 'a'), rows(part, 'b')], ['', '7z']);
const filtered = create();
const tables = [];
assert.strictEqual(filtered.applyChangeset(Buffer.from(changes), { filter(table) { tables.push(table); return table === 'a'; } }), true);
assert.deepStrictEqual([rows(filtered, 'a'), rows(filtered, 'b'), tables], ['1x,2y', '', ['a', 'b']]);

// Conflicts.
const { SQLITE_CHANGESET_ABORT, SQLITE_CHANGESET_CONFLICT, SQLITE_CHANGESET_OMIT, SQLITE_CHANGESET_REPLACE } = constants;
function conflicting(onConflict) {
  const target = create();
  target.exec("INSERT INTO a VALUES (2, 'mine')");
  return [target.applyChangeset(changes, { onConflict }), rows(target, 'a')];
}
const answer = (with_) => mustCall((kind) => { assert.strictEqual(kind, SQLITE_CHANGESET_CONFLICT); return with_; });
assert.deepStrictEqual(conflicting(undefined), [false, '2mine']);
assert.deepStrictEqual(conflicting(answer(SQLITE_CHANGESET_ABORT)), [false, '2mine']);
assert.deepStrictEqual(conflicting(answer(SQLITE_CHANGESET_OMIT)), [true, '1x,2mine']);
assert.deepStrictEqual(conflicting(answer(SQLITE_CHANGESET_REPLACE)), [true, '1x,2y']);
assert.throws(() => conflicting(answer('no number')), errorLike({ code: 'ERR_SQLITE_ERROR', errcode: 21, message: 'bad parameter or other API misuse' }));
const boom = new Error('boom');
const fail = () => { throw boom; };
assert.throws(() => conflicting(fail), (error) => error === boom);
assert.throws(() => create().applyChangeset(changes, { filter: fail }), (error) => error === boom);
assert.throws(() => create().applyChangeset(new Uint8Array([1, 2, 3])), errorLike({ code: 'ERR_SQLITE_ERROR', errcode: 11, message: 'database disk image is malformed' }));

// Their ends.
onlyB.close();
assert.throws(() => onlyB.changeset(), errorLike({ code: 'ERR_INVALID_STATE', message: 'session is not open' }));
assert.throws(() => onlyB.close(), errorLike({ code: 'ERR_INVALID_STATE', message: 'session is not open' }));
onlyB[Symbol.dispose]();
source.close();
assert.throws(() => session.changeset(), errorLike({ code: 'ERR_INVALID_STATE', message: 'database is not open' }));
assert.throws(() => session.close(), errorLike({ code: 'ERR_INVALID_STATE', message: 'database is not open' }));
session[Symbol.dispose]();
assert.throws(() => source.createSession(), errorLike({ code: 'ERR_INVALID_STATE', message: 'database is not open' }));

for (const [options, message] of [[null, 'The "options" argument must be an object.'], [{ table: 1 }, 'The "options.table" argument must be a string.'],
  [{ db: undefined }, 'The "options.db" argument must be a string.']]) {
  assert.throws(() => whole.createSession(options), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message }));
}
assert.throws(() => whole.applyChangeset('x'), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: 'The "changeset" argument must be a Uint8Array.' }));
