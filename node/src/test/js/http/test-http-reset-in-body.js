'use strict';

// A connection that breaks within a body ends the request with an error and is no harm to others.
const assert = require('assert');
const http = require('http');
const net = require('net');
const { mustCall, mustNotCall } = require('../common');

const server = http.createServer(mustCall((req, res) => {
  if (req.method === 'GET') {
    res.end('fine');
    return;
  }
  req.resume();
  req.on('end', mustNotCall());
  req.on('error', mustCall((error) => assert.strictEqual(error.code, 'ECONNRESET')));
  req.on('close', mustCall(() => {
    assert.strictEqual(req.aborted, true);
    assert.strictEqual(req.complete, false);
    http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, mustCall((answer) => {
      answer.resume();
      answer.on('end', () => server.close());
    }));
  }));
  socket.resetAndDestroy();
}, 2));
let socket;
server.listen(0, '127.0.0.1', mustCall(() => {
  socket = net.connect(server.address().port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf');
}));
