'use strict';

// A hundred thousand requests sent at once, by a client that reads late, all get their answers.
const assert = require('assert');
const http = require('http');
const net = require('net');
const { mustCall } = require('../common');

const COUNT = 100_000;
let served = 0;
const server = http.createServer((req, res) => {
  served++;
  res.end('x');
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', mustCall(() => {
  const socket = net.connect(server.address().port, '127.0.0.1');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(COUNT - 1));
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  let answers = 0;
  let rest = '';
  socket.setEncoding('latin1');
  socket.on('data', (text) => {
    const parts = (rest + text).split('\r\n\r\nx');
    rest = parts.pop();
    answers += parts.length;
  });
  setImmediate(() => socket.resume());
  socket.on('end', mustCall(() => {
    assert.strictEqual(served, COUNT);
    assert.strictEqual(answers, COUNT);
    server.close();
  }));
}));
