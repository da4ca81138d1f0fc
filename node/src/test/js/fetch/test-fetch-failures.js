'use strict';

// What can't be fetched fails with a TypeError whose cause has Node's code.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { once } = require('node:events');
const net = require('node:net');

async function causeOf(input, init) {
  try {
    await fetch(input, init);
  } catch (error) {
    assert.strictEqual(error.name, 'TypeError');
    assert.strictEqual(error.message, 'fetch failed');
    return error.cause;
  }
  assert.fail('it was fetched');
}

async function main() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  const refused = await causeOf(`http://127.0.0.1:${port}`);
  assert.deepStrictEqual([refused.code, refused.syscall, refused.address, refused.port], ['ECONNREFUSED', 'connect', '127.0.0.1', port]);
  assert.match((await causeOf('http://no-such-host.invalid')).code, /^(ENOTFOUND|EAI_AGAIN)$/);
  assert.strictEqual((await causeOf('http://127.0.0.1:25')).message, 'bad port');
  assert.strictEqual((await causeOf('ftp://127.0.0.1')).message, 'unknown scheme');
  // Files are for no fetch of Node's: these are its words for it.
  assert.strictEqual((await causeOf('file:///etc/hosts')).message, 'not implemented... yet...');
  const fields = (headers) => causeOf(`http://127.0.0.1:${port}`, { headers });
  assert.strictEqual((await fields({ 'expect': '100-continue' })).code, 'UND_ERR_NOT_SUPPORTED');
  assert.strictEqual((await fields({ 'transfer-encoding': 'chunked' })).code, 'UND_ERR_INVALID_ARG');
  await assert.rejects(fetch('/relative'), (error) => error.name === 'TypeError' && error.cause.code === 'ERR_INVALID_URL');
  await assert.rejects(fetch(), { name: 'TypeError' });
}

main().then(mustCall());
