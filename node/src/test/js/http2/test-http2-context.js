'use strict';

// A stream's callbacks run in the async context in which it was begun.
const assert = require('node:assert');
const { AsyncLocalStorage } = require('node:async_hooks');
const http2 = require('node:http2');
const { mustCall } = require('../common');

const storage = new AsyncLocalStorage();

const server = http2.createServer((req, res) => res.end(req.url));
server.listen(0, mustCall(() => {
  const client = http2.connect(`http://localhost:${server.address().port}`);
  client.on('connect', mustCall(() => {
    let left = 2;
    for (const name of ['a', 'b']) {
      storage.run(name, () => {
        const req = client.request({ ':path': `/${name}` });
        req.on('response', mustCall(() => assert.strictEqual(storage.getStore(), name)));
        req.on('data', mustCall(() => assert.strictEqual(storage.getStore(), name)));
        req.on('end', mustCall(() => {
          assert.strictEqual(storage.getStore(), name);
          if (--left > 0) return;
          client.close();
          server.close();
        }));
      });
    }
  }));
}));
