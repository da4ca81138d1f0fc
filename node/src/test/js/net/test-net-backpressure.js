'use strict';

// A reader that doesn't read holds the writer back; when it reads, everything arrives.

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

const chunk = Buffer.alloc(64 * 1024, 'x');
let sent = 0;

const server = net.createServer({ pauseOnConnect: true }, mustCall((socket) => {
  let received = 0;
  client.once('held', mustCall(() => {
    assert.ok(client.writableLength > 0);
    socket.resume();
  }));
  socket.on('data', (data) => { received += data.length; });
  socket.on('end', mustCall(() => {
    assert.strictEqual(received, sent);
    socket.end();
    server.close();
  }));
}));

let client;
server.listen(0, '127.0.0.1', mustCall(() => {
  client = net.connect(server.address().port, '127.0.0.1');
  // The buffers of the system take some megabytes; then one write stays in the stream for good.
  (function fill() {
    do { sent += chunk.length; } while (client.write(chunk));
    let drained = false;
    client.once('drain', () => { drained = true; });
    let turns = 0;
    setImmediate(function wait() {
      if (drained) return fill();
      if (++turns < 200 || !client.remoteAddress) return setImmediate(wait);
      client.emit('held');
      return client.end();
    });
  })();
}));
