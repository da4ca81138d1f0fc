'use strict';

// Answers whose end is doubtful are errors of the request, and the connection is closed.
const assert = require('assert');
const http = require('http');
const net = require('net');
const { mustCall, mustNotCall } = require('../common');

const head = 'HTTP/1.1 200 OK\r\n';
const shapes = {
  'HPE_INVALID_TRANSFER_ENCODING': [`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  'HPE_INVALID_CONTENT_LENGTH': [
    `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    `${head}Content-Length: -5\r\n\r\nhello`,
    `${head}Content-Length: 5, 5\r\n\r\nhello`,
  ],
  'HPE_UNEXPECTED_CONTENT_LENGTH': [`${head}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`],
  'HPE_CR_EXPECTED': [`${head}A: b\n\r\n`],
  'HPE_LF_EXPECTED': [`${head}A: b\rContent-Length: 5\r\n\r\n`],
  'HPE_INVALID_HEADER_TOKEN': [`${head}A : b\r\n\r\n`, `${head}A: b\r\n folded\r\n\r\n`],
  'HPE_INVALID_CONSTANT': ['nonsense\r\n\r\n'],
  'HPE_HEADER_OVERFLOW': [`${head}A: ${'x'.repeat(1024 * 1024)}\r\n\r\n`],
};
const list = Object.entries(shapes).flatMap(([code, texts]) => texts.map((text) => ({ code, text })));

let shape;
const server = net.createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', () => socket.write(shape.text));
});
server.listen(0, '127.0.0.1', mustCall(next));

function next() {
  shape = list.shift();
  if (shape === undefined) {
    server.close();
    return;
  }
  const req = http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, mustNotCall());
  req.on('error', mustCall((error) => {
    assert.strictEqual(error.code, shape.code, shape.text.slice(0, 100));
    assert.strictEqual(typeof error.bytesParsed, 'number');
    assert.ok(Buffer.isBuffer(error.rawPacket));
  }));
  req.on('close', mustCall(next));
}
