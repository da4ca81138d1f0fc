'use strict';

// A name with several addresses: the next is tried when one is refused, and all their errors are told when none is left.

const assert = require('assert');
const net = require('net');
const { mustCall, mustNotCall } = require('../common');

function lookup(hostname, options, callback) {
  assert.strictEqual(options.all, true);
  process.nextTick(callback, null, [{ address: '127.0.0.2', family: 4 }, { address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 }]);
}

const server = net.createServer(mustCall((socket) => socket.end()));
server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  const attempts = [];
  const socket = net.connect({ host: 'two.example', port, lookup, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 5000 });
  socket.on('connectionAttempt', (address) => attempts.push(address));
  socket.on('connect', mustCall(() => {
    assert.deepStrictEqual(attempts, ['127.0.0.2', '127.0.0.1']);
    assert.deepStrictEqual(socket.autoSelectFamilyAttemptedAddresses, [`127.0.0.2:${port}`, `127.0.0.1:${port}`]);
    socket.resume();
  }));
  socket.on('close', mustCall(() => server.close(mustCall(() => refused(port)))));
}));

function refused(port) {
  const socket = net.connect({ host: 'two.example', port, lookup, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 5000 }, mustNotCall());
  socket.on('error', mustCall((error) => {
    assert.strictEqual(error.constructor, AggregateError);
    assert.strictEqual(error.code, 'ECONNREFUSED');
    assert.deepStrictEqual(error.errors.map(({ address }) => address), ['127.0.0.2', '127.0.0.1']);
  }));
}
