'use strict';

// Errors name the system's code, the call and the address.

const assert = require('assert');
const net = require('net');
const os = require('os');
const { mustCall, mustNotCall } = require('../common');

const { ECONNREFUSED, EADDRINUSE, ENOENT } = os.constants.errno;

const server = net.createServer(mustNotCall());
server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  const second = net.createServer(mustNotCall());
  second.on('error', mustCall((error) => {
    assert.strictEqual(error.message, `listen EADDRINUSE: address already in use 127.0.0.1:${port}`);
    const { code, errno, syscall, address } = error;
    assert.deepStrictEqual({ code, errno, syscall, address, port: error.port },
      { code: 'EADDRINUSE', errno: -EADDRINUSE, syscall: 'listen', address: '127.0.0.1', port });
    server.close(mustCall(() => refused(port)));
  }));
  second.listen(port, '127.0.0.1');
}));

function refused(port) {
  const socket = net.connect(port, '127.0.0.1', mustNotCall());
  socket.on('error', mustCall((error) => {
    assert.strictEqual(error.message, `connect ECONNREFUSED 127.0.0.1:${port}`);
    const { code, errno, syscall, address } = error;
    assert.deepStrictEqual({ code, errno, syscall, address, port: error.port },
      { code: 'ECONNREFUSED', errno: -ECONNREFUSED, syscall: 'connect', address: '127.0.0.1', port });
  }));
  socket.on('close', mustCall((hadError) => assert.strictEqual(hadError, true)));
}

net.connect('/no/such/socket').on('error', mustCall((error) => {
  assert.strictEqual(error.message, 'connect ENOENT /no/such/socket');
  assert.strictEqual(error.errno, -ENOENT);
  assert.strictEqual(error.address, '/no/such/socket');
  assert.strictEqual('port' in error, false);
}));
