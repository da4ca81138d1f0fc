'use strict';

// With allowHalfOpen a server writes on after its client's end; without, it is ended with it.

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

function exchange(allowHalfOpen, onEnd, expected) {
  const server = net.createServer({ allowHalfOpen }, mustCall((socket) => {
    socket.resume();
    socket.on('end', mustCall(() => onEnd(socket)));
  }));
  server.listen(0, '127.0.0.1', mustCall(() => {
    const client = net.connect({ port: server.address().port, host: '127.0.0.1', allowHalfOpen: true });
    let text = '';
    client.on('data', (chunk) => { text += chunk; });
    client.on('end', mustCall(() => {
      assert.strictEqual(text, expected);
      server.close();
    }));
    client.end();
  }));
}

exchange(true, (socket) => setImmediate(() => socket.end('late')), 'late');
exchange(false, (socket) => assert.strictEqual(socket.writableEnded, false), '');
