'use strict';

// Pings come back with what they carried; GOAWAY lets what is under way end and nothing new begin.
const assert = require('node:assert');
const http2 = require('node:http2');
const { mustCall } = require('../common');

const payload = Buffer.from('12345678');

const server = http2.createServer();
server.on('session', mustCall((session) => {
  session.on('ping', mustCall((bytes) => assert.deepStrictEqual(bytes, payload)));
}));
server.on('stream', mustCall((stream) => {
  stream.respond();
  stream.session.close();
  stream.end('last');
}));

server.listen(0, mustCall(() => {
  const client = http2.connect(`http://localhost:${server.address().port}`, { maxOutstandingPings: 1 });
  client.once('goaway', mustCall((code, lastStreamID) => {
    assert.strictEqual(code, 0);
    assert.strictEqual(lastStreamID, 1);
    assert.strictEqual(client.closed, false);
    process.nextTick(mustCall(() => {
      assert.strictEqual(client.closed, true);
      assert.throws(() => client.request(), { code: 'ERR_HTTP2_GOAWAY_SESSION' });
    }));
  }));
  client.on('close', mustCall(() => {
    assert.throws(() => client.request(), { code: 'ERR_HTTP2_INVALID_SESSION' });
    assert.throws(() => client.ping(() => {}), { code: 'ERR_HTTP2_INVALID_SESSION' });
    server.close();
  }));
  client.on('connect', mustCall(() => {
    assert.throws(() => client.ping(Buffer.from('short'), () => {}), { code: 'ERR_HTTP2_PING_LENGTH' });
    assert.strictEqual(client.ping(payload, mustCall((error, duration, bytes) => {
      assert.strictEqual(error, null);
      assert.ok(duration >= 0);
      assert.deepStrictEqual(bytes, payload);
      let text = '';
      client.request().on('data', (part) => text += part).on('end', mustCall(() => assert.strictEqual(text, 'last')));
    })), true);
    assert.strictEqual(client.ping(mustCall((error) => assert.strictEqual(error.code, 'ERR_HTTP2_PING_CANCEL'))), false);
  }));
}));
