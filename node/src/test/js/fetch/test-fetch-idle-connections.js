'use strict';

// A connection is used again, and one that waits for its next request does not keep the program running.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');

async function main() {
  const server = http.createServer((request, response) => {
    request.socket.unref();
    response.end(String(request.socket.remotePort));
  });
  server.listen(0);
  await once(server, 'listening');
  server.unref();
  const ask = async () => (await fetch(`http://localhost:${server.address().port}`)).text();
  const first = await ask();
  await new Promise(setImmediate);
  assert.strictEqual(await ask(), first);
}

main().then(mustCall());
