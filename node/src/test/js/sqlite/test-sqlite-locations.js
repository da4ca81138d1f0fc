'use strict';

// Where databases lie: relative to the working directory as it is when they are opened, by URIs, and what SQL attaches.

const { errorLike } = require('../common');
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { DatabaseSync } = require('node:sqlite');
const { at, directory: made } = require('../fs/temporary');

const directory = fs.realpathSync(made);
fs.mkdirSync(at('inner'));
const before = process.cwd();
process.chdir(made);

const database = new DatabaseSync('plain.db');
assert.strictEqual(database.location(), path.join(directory, 'plain.db'));
database.exec("CREATE TABLE t(v); INSERT INTO t VALUES (1); ATTACH 'side.db' AS side; CREATE TABLE side.t(v)");
assert.strictEqual(database.location('side'), path.join(directory, 'side.db'));
process.chdir('inner');
database.exec("VACUUM main INTO 'copy.db'; ATTACH 'file:uri.db?mode=rwc' AS other; CREATE TABLE other.t(v)");
assert.deepStrictEqual(fs.readdirSync('.').sort(), ['copy.db', 'uri.db']);
assert.strictEqual(database.location('other'), path.join(directory, 'inner', 'uri.db'));
process.chdir(before);

const url = pathToFileURL(at('plain.db'));
url.searchParams.set('mode', 'ro');
for (const location of [url, String(url), Buffer.from(String(url)), { href: url.href }]) {
  const reader = new DatabaseSync(location);
  assert.strictEqual(reader.location(), path.join(directory, 'plain.db'));
  assert.deepStrictEqual(reader.prepare('SELECT v FROM t').get(), { __proto__: null, v: 1 });
  assert.throws(() => reader.exec('DELETE FROM t'), errorLike({ code: 'ERR_SQLITE_ERROR', errcode: 8, message: 'attempt to write a readonly database' }));
  reader.close();
}
assert.throws(() => new DatabaseSync(at('plain.db'), { readOnly: true }).exec('DELETE FROM t'), errorLike({ errcode: 8 }));

const odd = new DatabaseSync(at('é ☕ \'".db'));
odd.exec('CREATE TABLE t(v)');
assert.strictEqual(odd.location(), path.join(directory, 'é ☕ \'".db'));
assert.ok(fs.existsSync(at('é ☕ \'".db')));

for (const nowhere of [':memory:', '', 'file::memory:?cache=shared', 'file:x?mode=memory']) assert.strictEqual(new DatabaseSync(nowhere).location(), null);
assert.strictEqual(database.location('temp'), null);
assert.strictEqual(database.location('nobody'), null);
assert.throws(() => database.location(null), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: 'The "dbName" argument must be a string.' }));

const cannotOpen = errorLike({ name: 'Error', code: 'ERR_SQLITE_ERROR', errcode: 14, errstr: 'unable to open database file', message: 'unable to open database file' });
assert.throws(() => new DatabaseSync(at('none', 'x.db')), cannotOpen);
assert.throws(() => new DatabaseSync(at('none.db'), { readOnly: true }), cannotOpen);
assert.throws(() => new DatabaseSync(made), cannotOpen);
assert.throws(() => new DatabaseSync('file:x?mode=odd'), errorLike({ errcode: 1, message: 'no such access mode: odd' }));
fs.writeFileSync(at('text'), 'no database '.repeat(100));
assert.throws(() => new DatabaseSync(at('text')).exec('SELECT * FROM t'), errorLike({ errcode: 26, message: 'file is not a database' }));

for (const bad of [undefined, null, 5, 'a\0b', Buffer.from('a\0b'), new ArrayBuffer(2), {}]) {
  assert.throws(() => new DatabaseSync(bad), errorLike({
    name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message: 'The "path" argument must be a string, Uint8Array, or URL without null bytes.',
  }));
}
assert.throws(() => new DatabaseSync(new URL('http://localhost/x')), errorLike({ name: 'TypeError', code: 'ERR_INVALID_URL_SCHEME' }));
