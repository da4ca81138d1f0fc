'use strict';

// Requests on one session are independent streams: each has its own fields and its own body, both ways.
const assert = require('node:assert');
const http2 = require('node:http2');
const { mustCall } = require('../common');

const COUNT = 20;

const server = http2.createServer();
server.on('stream', mustCall((stream, headers, flags, rawHeaders) => {
  assert.strictEqual(headers[':method'], 'POST');
  assert.strictEqual(headers[':scheme'], 'http');
  assert.deepStrictEqual(headers[http2.sensitiveHeaders], []);
  assert.strictEqual(rawHeaders.length % 2, 0);
  assert.strictEqual(typeof flags, 'number');
  stream.respond({ 'x-path': headers[':path'], 'x-list': ['a', 'b'], 'set-cookie': ['c=1', 'd=2'] });
  assert.strictEqual(stream.headersSent, true);
  assert.strictEqual(stream.sentHeaders[':status'], 200);
  stream.pipe(stream);
}, COUNT));

server.listen(0, mustCall(() => {
  const { port } = server.address();
  const client = http2.connect(`http://localhost:${port}`);
  assert.strictEqual(client.connecting, true);
  client.on('connect', mustCall((session, socket) => {
    assert.strictEqual(session, client);
    assert.strictEqual(socket.remotePort, port);
    assert.strictEqual(client.alpnProtocol, 'h2c');
    assert.strictEqual(client.encrypted, false);
  }));
  let left = COUNT;
  for (let i = 0; i < COUNT; i++) {
    const req = client.request({ ':method': 'POST', ':path': `/${i}` });
    assert.strictEqual(req.pending, true);
    let text = '';
    req.setEncoding('utf8');
    req.on('response', mustCall((headers) => {
      assert.strictEqual(req.id, 1 + 2 * i);
      assert.strictEqual(headers[':status'], 200);
      assert.strictEqual(headers['x-path'], `/${i}`);
      assert.strictEqual(headers['x-list'], 'a, b');
      assert.deepStrictEqual(headers['set-cookie'], ['c=1', 'd=2']);
      assert.strictEqual(typeof headers.date, 'string');
    }));
    req.on('data', (part) => text += part);
    req.on('end', mustCall(() => assert.strictEqual(text, `${'x'.repeat(1000 * i)}end`)));
    req.on('close', mustCall(() => {
      assert.strictEqual(req.rstCode, 0);
      assert.strictEqual(req.session, undefined);
      if (--left > 0) return;
      client.close(mustCall(() => assert.strictEqual(client.destroyed, true)));
      server.close(mustCall());
    }));
    req.write('x'.repeat(1000 * i));
    req.end('end');
  }
}));
