'use strict';

// Signals destroy sockets and close servers.

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

const controller = new AbortController();
const server = net.createServer();
server.listen({ port: 0, host: '127.0.0.1', signal: controller.signal }, mustCall(() => {
  const abort = new AbortController();
  const socket = new net.Socket({ signal: abort.signal });
  socket.on('error', mustCall((error) => {
    assert.strictEqual(error.name, 'AbortError');
    controller.abort();
  }));
  socket.connect(server.address().port, '127.0.0.1', mustCall(() => abort.abort()));
}));
server.on('close', mustCall());
