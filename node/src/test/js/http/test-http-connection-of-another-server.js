'use strict';

// A connection that a server of net's hands over is the http server's: its errors are told there, and what was read before is not lost.
const assert = require('assert');
const http = require('http');
const net = require('net');
const { mustCall, mustNotCall } = require('../common');

const server = http.createServer(mustNotCall());
server.on('clientError', mustCall((error, socket) => {
  assert.strictEqual(error.code, 'HPE_INVALID_METHOD');
  assert.strictEqual(socket.server, server);
  socket.destroy();
}));
const outer = net.createServer(mustCall((socket) => {
  socket.once('readable', mustCall(() => {
    socket.unshift(socket.read());
    server.emit('connection', socket);
  }));
}));
outer.on('clientError', mustNotCall());
outer.listen(0, '127.0.0.1', mustCall(() => {
  const client = net.connect(outer.address().port, '127.0.0.1', () => client.write('123 / HTTP/1.1\r\n\r\n'));
  client.on('error', () => {});
  client.on('close', () => outer.close());
  client.resume();
}));
