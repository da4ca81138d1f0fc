'use strict';

// Messages whose end is doubtful are refused, and the connection is closed.
const assert = require('assert');
const http = require('http');
const { mustCall, mustCallAtLeast } = require('../common');
const { exchange } = require('./wire');

const head = 'POST / HTTP/1.1\r\nHost: a\r\n';
const shapes = {
  'HPE_INVALID_TRANSFER_ENCODING': [
    `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${head}Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n`,
    `${head}Transfer-Encoding: identity\r\n\r\n`,
  ],
  'HPE_INVALID_CONTENT_LENGTH': [
    `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    `${head}Content-Length: +5\r\n\r\nhello`,
    `${head}Content-Length: 5 5\r\n\r\nhello`,
    `${head}Content-Length: 5, 5\r\n\r\nhello`,
  ],
  'HPE_UNEXPECTED_CONTENT_LENGTH': [
    `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
    `${head}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`,
  ],
  'HPE_INVALID_CHUNK_SIZE': [
    `${head}Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n`,
    `${head}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n`,
  ],
  'HPE_CR_EXPECTED': [
    `${head}A: b\n\r\n`,
    `${head}Transfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n`,
  ],
  'HPE_LF_EXPECTED': [`${head}A: b\rContent-Length: 5\r\n\r\n`],
  'HPE_INVALID_HEADER_TOKEN': [`${head}A : b\r\n\r\n`, `${head}A: b\r\n folded\r\n\r\n`, `${head}A: \0\r\n\r\n`],
  'HPE_INVALID_METHOD': ['GE T / HTTP/1.1\r\n\r\n'],
  'HPE_HEADER_OVERFLOW': [`${head}A: ${'x'.repeat(1024 * 1024)}\r\n\r\n`],
};

const list = Object.entries(shapes).flatMap(([code, texts]) => texts.map((text) => ({ code, text })));
let expected;
const server = http.createServer(mustCallAtLeast((req, res) => {
  // Of some the head is fine: they fail later.
  req.on('error', () => {});
  res.on('error', () => {});
}, 0));
server.on('clientError', mustCallAtLeast((error, socket) => {
  assert.strictEqual(error.code, expected);
  assert.strictEqual(typeof error.bytesParsed, 'number');
  assert.ok(Buffer.isBuffer(error.rawPacket));
  socket.destroy();
}, list.length));
server.listen(0, '127.0.0.1', mustCall(next));

function next() {
  const shape = list.shift();
  if (shape === undefined) {
    server.close();
    return;
  }
  expected = shape.code;
  exchange(server.address().port, [shape.text], next);
}
