'use strict';

// A connection too many is dropped, and the server told of it.

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

const server = net.createServer(mustCall((socket) => {
  second();
  socket.resume();
}));
server.maxConnections = 1;
server.on('drop', mustCall((data) => {
  assert.strictEqual(data.localAddress, '127.0.0.1');
  assert.strictEqual(data.localPort, server.address().port);
  assert.strictEqual(data.remoteFamily, 'IPv4');
}));

let first;
server.listen(0, '127.0.0.1', mustCall(() => {
  first = net.connect(server.address().port, '127.0.0.1');
}));

function second() {
  const socket = net.connect(server.address().port, '127.0.0.1');
  socket.on('error', () => {});
  socket.on('close', mustCall(() => {
    server.getConnections(mustCall((error, count) => {
      assert.strictEqual(count, 1);
      first.destroy();
      server.close();
    }));
  }));
}
