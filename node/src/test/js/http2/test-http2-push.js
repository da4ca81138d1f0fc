'use strict';

// A server may promise what was not asked for, unless the client does not want it.
const assert = require('node:assert');
const http2 = require('node:http2');
const { mustCall, mustNotCall, mustSucceed } = require('../common');

const server = http2.createServer();
server.on('stream', mustCall((stream, headers) => {
  if (headers[':path'] === '/plain') {
    assert.strictEqual(stream.pushAllowed, false);
    assert.throws(() => stream.pushStream({}, mustNotCall()), { code: 'ERR_HTTP2_PUSH_DISABLED' });
    stream.respond();
    stream.end();
    return;
  }
  stream.pushStream({ ':path': '/style.css' }, mustSucceed((push, sent) => {
    assert.strictEqual(push.id, 2);
    assert.strictEqual(sent[':method'], 'GET');
    assert.throws(() => push.pushStream({}, mustNotCall()), { code: 'ERR_HTTP2_NESTED_PUSH' });
    push.respond({ 'content-type': 'text/css' });
    push.end('body {}');
    stream.respond();
    stream.end('page');
  }));
}, 2));

server.listen(0, mustCall(() => {
  const authority = `http://localhost:${server.address().port}`;
  const client = http2.connect(authority);
  let left = 2;
  const done = mustCall(() => {
    if (--left > 0) return;
    client.close();
    const plain = http2.connect(authority, { settings: { enablePush: false } });
    plain.on('stream', mustNotCall());
    plain.request({ ':path': '/plain' }).on('close', mustCall(() => {
      plain.close();
      server.close();
    })).resume();
  }, 2);
  client.on('stream', mustCall((stream, headers) => {
    assert.strictEqual(headers[':path'], '/style.css');
    stream.on('push', mustCall((fields) => assert.strictEqual(fields['content-type'], 'text/css')));
    let text = '';
    stream.on('data', (bytes) => text += bytes);
    stream.on('end', mustCall(() => assert.strictEqual(text, 'body {}')));
    stream.on('close', done);
  }));
  client.request().on('close', done).resume();
}));
