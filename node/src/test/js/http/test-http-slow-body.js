'use strict';

// A client whose body does not come in time is told so and loses its connection; others are served meanwhile.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');
const { exchange, undated } = require('./wire');

const server = http.createServer({ headersTimeout: 1000, requestTimeout: 1500, connectionsCheckingInterval: 50 }, mustCall((req, res) => {
  req.on('error', mustCall((error) => assert.strictEqual(error.code, 'ECONNRESET'), req.method === 'POST' ? 1 : 0));
  if (req.method === 'GET') res.end('served');
  else req.resume();
}, 2));
server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  exchange(port, ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n', 'a', 'b'], mustCall((answer) => {
    assert.strictEqual(answer, 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    server.close();
  }));
  exchange(port, ['GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'], mustCall((answer) => {
    assert.match(undated(answer), /served$/);
  }));
}));
