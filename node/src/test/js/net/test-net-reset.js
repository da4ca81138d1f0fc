'use strict';

// resetAndDestroy() makes the other side's read fail with ECONNRESET.

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

const server = net.createServer(mustCall((socket) => {
  socket.on('error', mustCall((error) => {
    assert.strictEqual(error.code, 'ECONNRESET');
    assert.strictEqual(error.syscall, 'read');
    server.close();
  }));
  socket.write('go');
}));

server.listen(0, '127.0.0.1', mustCall(() => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.once('data', mustCall(() => assert.strictEqual(client.resetAndDestroy(), client)));
  client.on('close', mustCall());
}));

const closed = new net.Socket();
closed.on('error', mustCall((error) => assert.strictEqual(error.code, 'ERR_SOCKET_CLOSED')));
closed.resetAndDestroy();
