'use strict';

// A server's timeout is for requests; between them a connection waits as long as keepAliveTimeout says.

const { mustCall } = require('../common');
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const REQUEST = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
const timeouts = [];
const server = http.createServer((req, res) => {
  timeouts.push(req.socket.timeout);
  res.end(() => setImmediate(() => timeouts.push(req.socket.timeout)));
});
server.keepAliveTimeout = 60_000;
server.keepAliveTimeoutBuffer = 500;
server.setTimeout(30_000);
server.listen(0, mustCall(() => {
  const client = net.connect(server.address().port);
  client.write(REQUEST);
  client.once('data', mustCall(() => setTimeout(() => {
    client.write(REQUEST);
    client.once('data', mustCall(() => setTimeout(mustCall(() => {
      assert.deepStrictEqual(timeouts, [30_000, 60_500, 30_000, 60_500]);
      client.destroy();
      server.close();
    }), 50)));
  }, 50)));
}));
