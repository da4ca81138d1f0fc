'use strict';

// A datagram of several parts arrives whole, and the sender is known.

const assert = require('assert');
const dgram = require('dgram');
const { mustCall } = require('../common');

const server = dgram.createSocket('udp4', mustCall((message, sender) => {
  assert.strictEqual(message.toString(), 'hello');
  assert.deepStrictEqual({ ...sender }, { address: '127.0.0.1', family: 'IPv4', port: client.address().port, size: 5 });
  client.close(mustCall());
  server.close(mustCall());
}));
const client = dgram.createSocket('udp4');

server.bind(0, '127.0.0.1', mustCall(() => {
  client.send(['hel', Buffer.from('lo')], server.address().port, '127.0.0.1', mustCall((error, bytes) => {
    assert.strictEqual(error, null);
    assert.strictEqual(bytes, 5);
  }));
}));
