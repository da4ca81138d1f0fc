'use strict';

// A bound address can't be bound again, and a closed socket does nothing.

const assert = require('assert');
const dgram = require('dgram');
const { mustCall, mustNotCall } = require('../common');

assert.throws(() => dgram.createSocket('udp5'), { code: 'ERR_SOCKET_BAD_TYPE' });

const first = dgram.createSocket('udp4');
first.bind(0, '127.0.0.1', mustCall(() => {
  const { port } = first.address();
  assert.throws(() => first.bind(), { code: 'ERR_SOCKET_ALREADY_BOUND' });
  const second = dgram.createSocket('udp4');
  second.on('error', mustCall((error) => {
    assert.strictEqual(error.message, `bind EADDRINUSE 127.0.0.1:${port}`);
    assert.strictEqual(error.syscall, 'bind');
    second.close();
    first.close(mustCall(() => assert.throws(() => first.close(), { code: 'ERR_SOCKET_DGRAM_NOT_RUNNING' })));
  }));
  second.bind(port, '127.0.0.1', mustNotCall());
}));
