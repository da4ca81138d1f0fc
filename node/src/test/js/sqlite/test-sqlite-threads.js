'use strict';

// Threads have databases of their own, also on one file; what a thread leaves open is closed with it.

const { mustCall } = require('../common');
const assert = require('node:assert');
const fs = require('node:fs');
const { Worker } = require('node:worker_threads');
const { DatabaseSync } = require('node:sqlite');
const { at } = require('../fs/temporary');

const THREADS = 3;
const ROWS = 20;

const database = new DatabaseSync(at('shared.db'), { timeout: 30_000 });
database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t(thread, n)');
database.function('which', () => 'main');

const body = `
  const { workerData: { path, id, rows } } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(path, { timeout: 30_000 });
  database.function('which', () => id);
  const insert = database.prepare('INSERT INTO t VALUES (which(), ?)');
  for (let n = 0; n < rows; n++) insert.run(n);
  database.prepare('SELECT * FROM t').iterate().next();
`;

let left = THREADS;
for (let id = 0; id < THREADS; id++) {
  const worker = new Worker(body, { eval: true, workerData: { path: at('shared.db'), id, rows: ROWS } });
  worker.on('exit', mustCall((code) => {
    assert.strictEqual(code, 0);
    left--;
    if (left === 0) check();
  }));
}

function check() {
  const counts = database.prepare('SELECT thread, count(*) AS n FROM t GROUP BY thread').all().map(({ thread, n }) => [thread, n]);
  assert.deepStrictEqual(counts, Array.from({ length: THREADS }, (_, id) => [id, ROWS]));
  assert.deepStrictEqual({ ...database.prepare('SELECT which() AS w').get() }, { w: 'main' });
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  assert.ok(!fs.existsSync(at('shared.db-wal')));
}
