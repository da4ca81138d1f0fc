'use strict';

// A client that takes too long with its head is told so and loses its connection; others are served meanwhile.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');
const { exchange, undated } = require('./wire');

const server = http.createServer({ headersTimeout: 1500, requestTimeout: 3000, connectionsCheckingInterval: 50 }, mustCall((req, res) => {
  res.end('served');
}));
server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  exchange(port, ['GET / HTTP/1.1\r\nHost: a\r\n', 'A: b\r\n', 'C: d\r\n'], mustCall((answer) => {
    assert.strictEqual(answer, 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    server.close();
  }));
  exchange(port, ['GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'], mustCall((answer) => {
    assert.match(undated(answer), /served$/);
  }));
}));
