'use strict';
// An agent's timeout reaches the request as its event 'timeout', as a timeout of its own does.
const { mustCall } = require('../common');
const assert = require('assert');
const http = require('http');

const server = http.createServer(() => {});   // answers nothing
server.listen(0, mustCall(() => {
  const agent = new http.Agent({ timeout: 20 });
  const req = http.get({ port: server.address().port, agent });
  req.on('socket', mustCall((socket) => {
    assert.strictEqual(socket.timeout, 20);
    assert.strictEqual(socket.listeners('timeout').includes(req.timeoutCb), true);
  }));
  req.on('timeout', mustCall(() => req.destroy()));
  req.on('error', mustCall((error) => assert.strictEqual(error.code, 'ECONNRESET')));
  req.on('close', mustCall(() => server.close()));
}));
