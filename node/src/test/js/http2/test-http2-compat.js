'use strict';

// Handlers written for `http` get requests and responses.
const assert = require('node:assert');
const http2 = require('node:http2');
const { mustCall } = require('../common');

const server = http2.createServer(mustCall((req, res) => {
  assert.ok(req instanceof http2.Http2ServerRequest);
  assert.ok(res instanceof http2.Http2ServerResponse);
  assert.strictEqual(req.method, 'POST');
  assert.strictEqual(req.url, '/a?b=c');
  assert.strictEqual(req.httpVersion, '2.0');
  assert.strictEqual(req.headers['x-test'], '1');
  assert.strictEqual(req.authority, `localhost:${server.address().port}`);
  assert.strictEqual(req.socket.remoteAddress !== undefined, true);
  assert.throws(() => req.socket.write('x'), { code: 'ERR_HTTP2_NO_SOCKET_MANIPULATION' });
  let text = '';
  req.setEncoding('utf8');
  req.on('data', (part) => text += part);
  req.on('end', mustCall(() => {
    assert.strictEqual(req.complete, true);
    res.setHeader('X-One', 'one');
    res.appendHeader('x-two', 'a');
    res.appendHeader('x-two', 'b');
    assert.throws(() => res.setHeader(':status', 200), { code: 'ERR_HTTP2_PSEUDOHEADER_NOT_ALLOWED' });
    assert.throws(() => res.setHeader('x-none', undefined), { code: 'ERR_HTTP2_INVALID_HEADER_VALUE' });
    assert.deepStrictEqual(res.getHeaderNames(), ['x-one', 'x-two']);
    res.setTrailer('x-last', 'bye');
    assert.strictEqual(res.writeHead(201, { 'content-type': 'text/plain' }), res);
    assert.throws(() => res.writeHead(200), { code: 'ERR_HTTP2_HEADERS_SENT' });
    res.write(`${text} `);
    res.end('done', mustCall());
    assert.strictEqual(res.writableEnded, true);
  }));
  res.on('finish', mustCall());
  res.on('close', mustCall());
}));

server.listen(0, mustCall(() => {
  const client = http2.connect(`http://localhost:${server.address().port}`);
  const req = client.request({ ':method': 'POST', ':path': '/a?b=c', 'X-Test': 1 });
  req.on('response', mustCall((headers) => {
    assert.strictEqual(headers[':status'], 201);
    assert.strictEqual(headers['x-one'], 'one');
    assert.strictEqual(headers['x-two'], 'a, b');
  }));
  req.on('trailers', mustCall((trailers) => assert.strictEqual(trailers['x-last'], 'bye')));
  let text = '';
  req.on('data', (part) => text += part);
  req.on('close', mustCall(() => {
    assert.strictEqual(text, 'question done');
    client.close();
    server.close();
  }));
  req.end('question');
}));
