'use strict';

// What a client is told whose bytes are no request, or whose request may not be served.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');
const { exchange, undated } = require('./wire');

const cases = [
  ['nonsense\r\n\r\n', 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'],
  [`GET / HTTP/1.1\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 'HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n'],
  ['GET / HTTP/1.1\r\n\r\n', 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['GET / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\nConnection: close\r\n\r\n',
    'HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
];

const server = http.createServer(() => assert.fail('no request may come through'));
server.listen(0, '127.0.0.1', mustCall(next));

function next() {
  const pair = cases.shift();
  if (pair === undefined) {
    server.close();
    return;
  }
  exchange(server.address().port, [pair[0]], (answer) => {
    assert.strictEqual(undated(answer), pair[1]);
    next();
  });
}
