'use strict';

// Messages are streams with Node's properties, also when nobody used them as such, and after they are done.
const assert = require('assert');
const http = require('http');
const { Readable, Stream } = require('stream');
const { mustCall } = require('../common');

const server = http.createServer(mustCall((req, res) => {
  assert.ok(req instanceof Readable);
  assert.ok(req instanceof http.IncomingMessage);
  assert.ok(res instanceof Stream);
  assert.ok(res instanceof http.OutgoingMessage);
  assert.ok(res instanceof http.ServerResponse);
  assert.strictEqual(req.readableEnded, false);
  assert.strictEqual(req.destroyed, false);
  assert.strictEqual(res.headersSent, false);
  assert.strictEqual(res.writableEnded, false);
  assert.strictEqual(req.headers['x-a'], 'one, two');
  assert.deepStrictEqual(req.headersDistinct['x-a'], ['one', 'two']);
  res.end('x');
  assert.strictEqual(res.headersSent, true);
  assert.strictEqual(res.writableEnded, true);
  res.on('finish', mustCall(() => assert.strictEqual(res.writableFinished, true)));
  res.on('close', mustCall(() => {
    assert.strictEqual(res.closed, true);
    assert.strictEqual(res.destroyed, true);
  }));
}));
server.listen(0, '127.0.0.1', mustCall(() => {
  const headers = ['Host', 'a', 'X-A', 'one', 'x-a', 'two', 'Connection', 'close'];
  http.get({ port: server.address().port, host: '127.0.0.1', headers, agent: false }, mustCall((res) => {
    res.resume();
    res.on('end', () => server.close());
  }));
}));
