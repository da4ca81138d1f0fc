'use strict';
// A handler that ends its response when the client has gone does no harm.
const { mustCall } = require('../common');
const assert = require('assert');
const http = require('http');
const net = require('net');

const server = http.createServer(mustCall((req, res) => {
  res.writeHead(200, { 'Content-Length': '42' });
  res.write('first');
  req.on('error', mustCall((error) => assert.strictEqual(error.code, 'ECONNRESET')));
  req.on('close', mustCall(() => {
    assert.strictEqual(req.destroyed, true);
    server.close();
    res.end();
    setImmediate(mustCall(() => assert.strictEqual(res.destroyed, true)));
  }));
}));
server.listen(0, mustCall(() => {
  const client = net.connect(server.address().port);
  client.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 42\r\n\r\nBAM');
  client.once('data', mustCall(() => client.destroy()));
}));
