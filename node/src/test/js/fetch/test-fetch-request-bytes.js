'use strict';

// A request's bytes: which fields fetch sends, how they are written, in which order.

const { mustCall } = require('../common');
const assert = require('node:assert');
const net = require('node:net');
const { run } = require('./serve');

let heard;
const server = net.createServer((socket) => {
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
    if (!/\r\n\r\n/.test(text) || (/^POST/.test(text) && !/(bytes|\r\n0\r\n\r\n)$/.test(text))) return;
    heard = text.split('\r\n');
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok');
  });
});

const USUAL = ['accept: */*', 'accept-language: *', 'sec-fetch-mode: cors', 'user-agent: node', 'accept-encoding: gzip, deflate'];

run(server, 'http', async (address) => {
  const host = `host: ${address.slice(7)}`;

  assert.strictEqual(await (await fetch(`${address}/a?b`)).text(), 'ok');
  assert.deepStrictEqual(heard, ['GET /a?b HTTP/1.1', host, 'connection: keep-alive', ...USUAL, '', '']);

  await fetch(address, { headers: { 'X-A': '1', 'x-a': '2', 'Accept': 'text/x', 'Connection': 'close' } });
  assert.deepStrictEqual(heard, ['GET / HTTP/1.1', host, 'connection: close', 'X-A: 1, 2', 'Accept: text/x', ...USUAL.slice(1), '', '']);

  await fetch(address, { method: 'POST', body: 'new bytes' });
  assert.deepStrictEqual(heard, ['POST / HTTP/1.1', host, 'connection: keep-alive', 'content-type: text/plain;charset=UTF-8', ...USUAL,
    'content-length: 9', '', 'new bytes']);

  await fetch(address, { method: 'PUT' });
  assert.deepStrictEqual(heard, ['PUT / HTTP/1.1', host, 'connection: keep-alive', ...USUAL, 'content-length: 0', '', '']);

  const parts = ['one', 'two'];
  const body = new ReadableStream({
    pull(controller) {
      if (parts.length === 0) controller.close();
      else controller.enqueue(Buffer.from(parts.shift()));
    },
  });
  await fetch(address, { method: 'POST', body, duplex: 'half' });
  assert.deepStrictEqual(heard, ['POST / HTTP/1.1', host, 'connection: keep-alive', ...USUAL, 'transfer-encoding: chunked', '',
    '3', 'one', '3', 'two', '0', '', '']);

  assert.strictEqual(await (await fetch(address, { method: 'HEAD' })).text(), '');
  assert.deepStrictEqual(heard.slice(0, 3), ['HEAD / HTTP/1.1', host, 'connection: close']);
}).then(mustCall());
