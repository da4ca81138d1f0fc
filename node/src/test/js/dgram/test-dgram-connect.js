'use strict';

// A connected socket has a fixed peer.

const assert = require('assert');
const dgram = require('dgram');
const { mustCall } = require('../common');

const server = dgram.createSocket('udp4');
const client = dgram.createSocket('udp4');

server.on('message', mustCall((message, { address, port }) => server.send(message, port, address)));
server.bind(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  assert.throws(() => client.remoteAddress(), { code: 'ERR_SOCKET_DGRAM_NOT_CONNECTED' });
  client.connect(port, '127.0.0.1', mustCall(() => {
    assert.deepStrictEqual(client.remoteAddress(), { address: '127.0.0.1', family: 'IPv4', port });
    assert.throws(() => client.connect(port), { code: 'ERR_SOCKET_DGRAM_IS_CONNECTED' });
    assert.throws(() => client.send('x', 0, 1, port, '127.0.0.1'), { code: 'ERR_SOCKET_DGRAM_IS_CONNECTED' });
    client.send('ping');
  }));
}));
client.on('message', mustCall((message) => {
  assert.strictEqual(message.toString(), 'ping');
  client.disconnect();
  assert.throws(() => client.disconnect(), { code: 'ERR_SOCKET_DGRAM_NOT_CONNECTED' });
  client.close();
  server.close();
}));
