'use strict';

// With memory of its own a program gets each read in it, and may stop by returning false.

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

const text = 'the quick brown fox';
const server = net.createServer(mustCall((socket) => socket.end(text)));
server.listen(0, '127.0.0.1', mustCall(() => {
  const buffer = Buffer.alloc(4);
  let heard = '';
  const client = net.connect({
    port: server.address().port,
    host: '127.0.0.1',
    onread: {
      buffer,
      callback(length, memory) {
        assert.strictEqual(memory, buffer);
        assert.ok(length <= 4);
        heard += memory.toString('latin1', 0, length);
        setImmediate(() => client.resume());
        return false;
      },
    },
  });
  client.on('end', mustCall(() => {
    assert.strictEqual(heard, text);
    server.close();
  }));
}));
