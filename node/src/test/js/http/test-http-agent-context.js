'use strict';

// What comes back on a connection that is used again, or waited for, comes in the async context of its own request.
const assert = require('assert');
const { AsyncLocalStorage } = require('async_hooks');
const http = require('http');
const { mustCall } = require('../common');

const storage = new AsyncLocalStorage();
const server = http.createServer((req, res) => res.end(req.url));
server.listen(0, '127.0.0.1', mustCall(async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  let reused = 0;
  const ask = (name) => storage.run(name, () => new Promise((resolve) => {
    const isMine = mustCall(() => assert.strictEqual(storage.getStore(), name), 5);
    const req = http.get({ port: server.address().port, host: '127.0.0.1', agent, path: `/${name}` }, (res) => {
      isMine();
      res.on('data', isMine);
      res.on('end', isMine);
      if (req.reusedSocket) reused++;
    });
    req.on('finish', isMine);
    req.on('close', () => {
      isMine();
      resolve();
    });
  }));
  await ask('first');
  await ask('again');
  await Promise.all([ask('one'), ask('waiting')]);
  assert.ok(reused >= 2);
  agent.destroy();
  server.close();
}));
