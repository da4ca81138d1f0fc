'use strict';

// dotenv: settings from a file into process.env, without overwriting what is there.

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const dotenv = require('dotenv');

const text = `
# the database
DB_HOST=localhost
DB_PORT = 5432 # the default
DB_PASSWORD='p#ss "word"'
GREETING="two\\nlines"
EMPTY=
export EXPORTED=yes
KEY="-----BEGIN-----
abc
-----END-----"
PATH_LIKE=a/b=c
`;
const parsed = { DB_HOST: 'localhost', DB_PORT: '5432', DB_PASSWORD: 'p#ss "word"', GREETING: 'two\nlines', EMPTY: '', EXPORTED: 'yes',
  KEY: '-----BEGIN-----\nabc\n-----END-----', PATH_LIKE: 'a/b=c' };
assert.deepStrictEqual({ ...dotenv.parse(text) }, parsed);
assert.deepStrictEqual({ ...dotenv.parse(Buffer.from(text)) }, parsed);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dotenv-'));
try {
  const file = path.join(folder, '.env');
  fs.writeFileSync(file, text);
  process.env.DB_HOST = 'already.there';
  const result = dotenv.config({ path: file, quiet: true });
  assert.strictEqual(result.error, undefined);
  assert.strictEqual(process.env.DB_HOST, 'already.there');
  assert.strictEqual(process.env.DB_PORT, '5432');
  dotenv.config({ path: [path.join(folder, 'missing'), file], override: true, quiet: true });
  assert.strictEqual(process.env.DB_HOST, 'localhost');
  const mine = {};
  dotenv.populate(mine, { A: '1' });
  assert.deepStrictEqual(mine, { A: '1' });
  assert.strictEqual(dotenv.config({ path: path.join(folder, 'missing'), quiet: true }).error.code, 'ENOENT');
} finally {
  fs.rmSync(folder, { recursive: true });
}
