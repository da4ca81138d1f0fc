'use strict';

// A method is sent as it is written, and a request without content gets no field about content, unless its method is expected to have some.

const { mustCall } = require('../common');
const assert = require('node:assert');
const net = require('node:net');
const { run } = require('./serve');

let head = '';
const server = net.createServer((socket) => {
  socket.on('data', (bytes) => {
    head += bytes;
    if (head.endsWith('\r\n\r\n')) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
});

run(server, 'http', async (address) => {
  for (const [method, content] of [['GET'], ['DELETE'], ['OPTIONS'], ['REPORT'], ['MKCALENDAR'], ['mkcol'], ['pUrge'],
    ['POST', 'content-length: 0'], ['PUT', 'content-length: 0'], ['PATCH', 'content-length: 0'], ['PROPFIND', 'content-length: 0']]) {
    head = '';
    await (await fetch(address, { method })).text();
    const [line, ...fields] = head.split('\r\n');
    assert.strictEqual(line, `${method} / HTTP/1.1`);
    assert.deepStrictEqual(fields.filter((field) => /^(content-length|transfer-encoding):/i.test(field)), content === undefined ? [] : [content]);
  }
}).then(mustCall());
