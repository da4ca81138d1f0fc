'use strict';

// Trailers follow the body in both directions; the sender is asked for them when all data has left.
const assert = require('node:assert');
const http2 = require('node:http2');
const { mustCall } = require('../common');

const server = http2.createServer();
server.on('stream', mustCall((stream) => {
  stream.on('trailers', mustCall((trailers) => {
    assert.strictEqual(trailers['x-of'], 'request');
    stream.respond({}, { waitForTrailers: true });
    assert.throws(() => stream.sendTrailers({}), { code: 'ERR_HTTP2_TRAILERS_NOT_READY' });
    stream.on('wantTrailers', mustCall(() => {
      assert.throws(() => stream.sendTrailers({ ':status': 200 }), { code: 'ERR_HTTP2_INVALID_PSEUDOHEADER' });
      stream.sendTrailers({ 'X-Of': 'response' });
      assert.throws(() => stream.sendTrailers({}), { code: 'ERR_HTTP2_TRAILERS_ALREADY_SENT' });
      assert.deepStrictEqual({ ...stream.sentTrailers }, { 'X-Of': 'response' });
    }));
    stream.end('answer');
  }));
  stream.resume();
}));

server.listen(0, mustCall(() => {
  const client = http2.connect(`http://localhost:${server.address().port}`);
  const req = client.request({ ':method': 'POST' }, { waitForTrailers: true });
  req.on('wantTrailers', mustCall(() => req.sendTrailers({ 'x-of': 'request' })));
  const order = [];
  req.on('response', mustCall(() => order.push('response')));
  req.on('data', mustCall((bytes) => order.push(String(bytes))));
  req.on('trailers', mustCall((trailers, flags, raw) => {
    order.push('trailers');
    assert.deepStrictEqual(raw, ['x-of', 'response']);
  }));
  req.on('end', mustCall(() => order.push('end')));
  req.on('close', mustCall(() => {
    assert.deepStrictEqual(order, ['response', 'answer', 'trailers', 'end']);
    client.close();
    server.close();
  }));
  req.end('question');
}));
