'use strict';

// Databases are files: which may be opened, attached and written is what is granted for files. Node 24 does not guard them.

const { isBarista } = require('../common');
const { directoryWith, run } = require('./restricted');
const assert = require('assert');
const path = require('path');

if (process.permission === undefined) {
  const directory = directoryWith({ 'in/empty': '', 'out/empty': '' });
  run(['-e', `const { DatabaseSync } = require('node:sqlite');
    for (const name of ['in', 'out']) new DatabaseSync(${JSON.stringify(directory)} + '/' + name + '/a.db').exec('CREATE TABLE t (a)');`]);
  run(['--permission', '--no-warnings', `--allow-fs-read=${path.dirname(__dirname)}`, `--allow-fs-read=${directory}`,
    `--allow-fs-write=${directory}/in`, __filename, directory]);
} else {
  const { DatabaseSync, backup } = require('node:sqlite');
  const [, , directory] = process.argv;
  const denied = (permission) => ({ code: 'ERR_ACCESS_DENIED', permission });
  const database = new DatabaseSync(`${directory}/in/a.db`);
  database.exec('INSERT INTO t VALUES (1)');
  new DatabaseSync(':memory:').exec('CREATE TABLE m (a)');
  assert.deepStrictEqual(new DatabaseSync(`${directory}/out/a.db`, { readOnly: true }).prepare('SELECT * FROM t').all(), []);
  if (isBarista) {
    assert.throws(() => new DatabaseSync(`${directory}/out/a.db`), denied('FileSystemWrite'));
    assert.throws(() => new DatabaseSync('/etc/none.db', { readOnly: true }), denied('FileSystemRead'));
    assert.throws(() => new DatabaseSync(`${directory}/in/../out/a.db`), denied('FileSystemWrite'));
    assert.throws(() => new DatabaseSync(`file:${directory}/out/a.db?mode=rw`), denied('FileSystemWrite'));
    assert.throws(() => database.exec(`ATTACH '${directory}/out/a.db' AS other`), denied('FileSystemWrite'));
    assert.throws(() => database.exec(`VACUUM INTO '${directory}/out/copy.db'`), denied('FileSystemWrite'));
    assert.rejects(async () => backup(database, `${directory}/out/copy.db`), denied('FileSystemWrite'));
  }
  database.exec(`ATTACH '${directory}/in/b.db' AS b`);
  assert.deepStrictEqual(database.prepare('SELECT * FROM t').all().map(({ a }) => a), [1]);
}
