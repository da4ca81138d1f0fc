'use strict';

// A connection that the other side closes just when it is used again: the request is sent once more, on another.

const { mustCall } = require('../common');
const assert = require('node:assert');
const net = require('node:net');
const { run } = require('./serve');

let connections = 0;
const server = net.createServer((socket) => {
  const number = ++connections;
  let asked = 0;
  socket.on('error', () => {});
  socket.on('data', () => {
    if (number === 1 && ++asked === 2) socket.resetAndDestroy();
    else if (number === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1');
    else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\n2');
  });
});

run(server, 'http', async (address) => {
  assert.strictEqual(await (await fetch(address)).text(), '1');
  await new Promise(setImmediate);
  const again = await fetch(address).then((response) => response.text(), (error) => error.cause.code);
  // Node's client fails here.
  assert.ok(again === '2' || again === 'ECONNRESET');
}).then(mustCall());
