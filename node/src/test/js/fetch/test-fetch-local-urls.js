'use strict';

// data: and blob: URLs need no network.

const { mustCall } = require('../common');
const assert = require('node:assert');

async function main() {
  const data = await fetch('data:text/x;charset=utf-8;base64,aGk=#f');
  assert.deepStrictEqual([data.status, data.headers.get('content-type'), await data.text()], [200, 'text/x;charset=utf-8', 'hi']);
  assert.strictEqual(await (await fetch('data:,a%20b')).text(), 'a b');
  await assert.rejects(fetch('data:nonsense'), (error) => error.cause.message === 'failed to fetch the data URL');

  const url = URL.createObjectURL(new Blob(['hello'], { type: 'text/y' }));
  const blob = await fetch(url);
  assert.deepStrictEqual([blob.status, blob.headers.get('content-type'), blob.headers.get('content-length'), await blob.text()],
    [200, 'text/y', '5', 'hello']);
  URL.revokeObjectURL(url);
  await assert.rejects(fetch(url), { name: 'TypeError', message: 'fetch failed' });
}

main().then(mustCall());
