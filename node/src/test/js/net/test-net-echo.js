'use strict';

// What is written to a server comes back; both sides end and close, and the counters agree.

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

const server = net.createServer(mustCall((socket) => {
  assert.strictEqual(socket.remoteFamily, 'IPv4');
  socket.pipe(socket);
  socket.on('close', mustCall((hadError) => assert.strictEqual(hadError, false)));
}));

server.listen(0, '127.0.0.1', mustCall(() => {
  const { address, family, port } = server.address();
  assert.deepStrictEqual([address, family], ['127.0.0.1', 'IPv4']);
  let text = '';
  const client = net.connect(port, '127.0.0.1', mustCall(() => {
    assert.strictEqual(client.readyState, 'open');
    assert.strictEqual(client.remotePort, port);
    client.write('one ');
    client.end('two');
  }));
  assert.strictEqual(client.readyState, 'opening');
  assert.strictEqual(client.pending, true);
  client.setEncoding('utf8');
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', mustCall((hadError) => {
    assert.strictEqual(hadError, false);
    assert.strictEqual(text, 'one two');
    assert.strictEqual(client.bytesRead, 7);
    assert.strictEqual(client.bytesWritten, 7);
    assert.strictEqual(client.readyState, 'closed');
    server.close(mustCall());
  }));
}));
