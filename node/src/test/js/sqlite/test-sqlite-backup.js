'use strict';

// Backups go on while the loop does; progress is told between the steps.

const { errorLike, mustCall } = require('../common');
const assert = require('node:assert');
const { pathToFileURL } = require('node:url');
const { DatabaseSync, backup } = require('node:sqlite');
const { at } = require('../fs/temporary');

const source = new DatabaseSync(':memory:');
source.exec('CREATE TABLE t(v); WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000) INSERT INTO t SELECT hex(zeroblob(50)) FROM c');
const pages = source.prepare('PRAGMA page_count').get().page_count;

function count(path) {
  const copy = new DatabaseSync(path);
  const { n } = copy.prepare('SELECT count(*) AS n FROM t').get();
  copy.close();
  return n;
}

async function test() {
  const told = [];
  const total = await backup(source, at('slow.db'), { rate: 20, progress: (state) => told.push({ ...state }) });
  assert.strictEqual(total, pages);
  assert.strictEqual(told.length, Math.ceil(pages / 20) - 1);
  assert.deepStrictEqual(told[0], { totalPages: pages, remainingPages: pages - 20 });
  assert.strictEqual(count(at('slow.db')), 2000);

  assert.strictEqual(await backup(source, pathToFileURL(at('url.db'))), pages);
  assert.strictEqual(await backup(source, Buffer.from(at('bytes.db')), { rate: -1, source: 'main', target: 'main' }), pages);
  assert.strictEqual(count(at('bytes.db')), 2000);

  // A database that is written to in between, and one that is closed.
  let written = false;
  await backup(source, at('written.db'), {
    rate: 20,
    progress: () => {
      if (!written) source.exec('INSERT INTO t VALUES (1)');
      written = true;
    },
  });
  assert.strictEqual(count(at('written.db')), 2001);
  const closing = new DatabaseSync(at('bytes.db'));
  assert.strictEqual(await backup(closing, at('closed.db'), { rate: 20, progress: () => { if (closing.isOpen) closing.close(); } }), pages);
  assert.strictEqual(count(at('closed.db')), 2000);

  const boom = new Error('boom');
  await assert.rejects(backup(source, at('thrown.db'), { rate: 1, progress: mustCall(() => { throw boom; }) }), (error) => error === boom);
  await assert.rejects(backup(source, at('no', 'such', 'folder')), errorLike({ code: 'ERR_SQLITE_ERROR', errcode: 14, message: 'unable to open database file' }));
  await assert.rejects(backup(source, at('named.db'), { source: 'nobody' }), errorLike({ code: 'ERR_SQLITE_ERROR', message: 'unknown database nobody' }));
}

for (const [args, code, message] of [
  [[], 'ERR_INVALID_ARG_TYPE', 'The "sourceDb" argument must be an object.'],
  [[source, 5], 'ERR_INVALID_ARG_TYPE', 'The "path" argument must be a string, Uint8Array, or URL without null bytes.'],
  [[source, 'a\0b'], 'ERR_INVALID_ARG_TYPE', 'The "path" argument must be a string, Uint8Array, or URL without null bytes.'],
  [[source, new URL('http://localhost/x')], 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file:'],
  [[source, 'x', undefined], 'ERR_INVALID_ARG_TYPE', 'The "options" argument must be an object.'],
  [[source, 'x', { rate: 1.5 }], 'ERR_INVALID_ARG_TYPE', 'The "options.rate" argument must be an integer.'],
  [[source, 'x', { progress: 1 }], 'ERR_INVALID_ARG_TYPE', 'The "options.progress" argument must be a function.'],
  [[new DatabaseSync('x', { open: false }), 'y'], 'ERR_INVALID_STATE', 'database is not open'],
]) {
  assert.throws(() => backup(...args), errorLike({ code, message }));
}

test().then(mustCall());
