'use strict';

// What databases are opened with, and the codes of what goes wrong.

const { errorLike } = require('../common');
const assert = require('node:assert');
const { DatabaseSync } = require('node:sqlite');
const { at } = require('../fs/temporary');

const failed = (errcode, errstr, message) => errorLike({ name: 'Error', code: 'ERR_SQLITE_ERROR', errcode, errstr, message });

const schema = 'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id))';
const checking = new DatabaseSync(':memory:');
checking.exec(schema);
assert.throws(() => checking.exec('INSERT INTO c VALUES (1)'), failed(787, 'constraint failed', 'FOREIGN KEY constraint failed'));
const trusting = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
trusting.exec(schema);
trusting.exec('INSERT INTO c VALUES (1)');

assert.throws(() => checking.exec('SELECT "x"'), failed(1, 'SQL logic error', /^no such column: "?x"?/));
assert.deepStrictEqual({ ...new DatabaseSync(':memory:', { enableDoubleQuotedStringLiterals: true }).prepare('SELECT "x" AS v').get() }, { v: 'x' });

checking.exec('INSERT INTO p VALUES (1)');
assert.throws(() => checking.prepare('INSERT INTO p VALUES (?)').run(1), failed(1555, 'constraint failed', 'UNIQUE constraint failed: p.id'));
assert.throws(() => checking.exec('SELECT'), failed(1, 'SQL logic error', 'incomplete input'));
assert.throws(() => checking.prepare('SELEKT 1'), failed(1, 'SQL logic error', 'near "SELEKT": syntax error'));
checking.exec('CREATE TABLE strict_one(n INTEGER) STRICT');
assert.throws(() => checking.exec("INSERT INTO strict_one VALUES ('x')"),
              failed(3091, 'constraint failed', 'cannot store TEXT value in INTEGER column strict_one.n'));

// Defensive databases keep their journal.
const journal = (database) => {
  database.exec('PRAGMA journal_mode = OFF');
  return database.prepare('PRAGMA journal_mode').get().journal_mode;
};
const defended = new DatabaseSync(':memory:', { defensive: true });
assert.strictEqual(journal(defended), 'memory');
defended.enableDefensive(false);
assert.strictEqual(journal(defended), 'off');
assert.throws(() => defended.enableDefensive(1), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: 'The "active" argument must be a boolean.' }));

// Locks of others.
const holder = new DatabaseSync(at('locked.db'));
holder.exec('CREATE TABLE t(v); BEGIN EXCLUSIVE');
for (const options of [{}, { timeout: 20 }]) {
  const waiter = new DatabaseSync(at('locked.db'), options);
  assert.throws(() => waiter.exec('SELECT * FROM t'), failed(5, 'database is locked', 'database is locked'));
  waiter.close();
}
holder.exec('COMMIT');
const wal = new DatabaseSync(at('wal.db'));
assert.deepStrictEqual({ ...wal.prepare('PRAGMA journal_mode = WAL').get() }, { journal_mode: 'wal' });
wal.exec('CREATE TABLE t(v); INSERT INTO t VALUES (1)');
assert.deepStrictEqual(new DatabaseSync(at('wal.db')).prepare('SELECT v FROM t').all(), [{ __proto__: null, v: 1 }]);

// What SQLite must have been built with.
const full = new DatabaseSync(':memory:');
full.exec("CREATE VIRTUAL TABLE words USING fts5(text); INSERT INTO words VALUES ('freshly ground beans')");
assert.deepStrictEqual({ ...full.prepare("SELECT highlight(words, 0, '<', '>') AS h FROM words WHERE words MATCH 'ground'").get() }, { h: 'freshly <ground> beans' });
full.exec('CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1)');
assert.deepStrictEqual({ ...full.prepare("SELECT sqrt(16) AS root, json_extract('[1,2]', '$[1]') AS second").get() }, { root: 4, second: 2 });
