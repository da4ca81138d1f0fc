'use strict';

// Settings hold for the sender once the other side has acknowledged them, and are seen there.
const assert = require('node:assert');
const http2 = require('node:http2');
const { mustCall } = require('../common');

const server = http2.createServer({ settings: { maxConcurrentStreams: 7 } });
server.on('session', mustCall((session) => {
  session.once('remoteSettings', mustCall((settings) => {
    assert.strictEqual(settings.initialWindowSize, 100_000);
    assert.strictEqual(settings.maxFrameSize, 20_000);
    assert.deepStrictEqual(session.remoteSettings, settings);
  }));
}));

server.listen(0, mustCall(() => {
  const client = http2.connect(`http://localhost:${server.address().port}`, { settings: { initialWindowSize: 100_000, maxFrameSize: 20_000 } });
  assert.throws(() => client.settings({ maxFrameSize: 1 }), { code: 'ERR_HTTP2_INVALID_SETTING_VALUE', name: 'RangeError' });
  assert.throws(() => client.settings({ enablePush: 1 }), { code: 'ERR_HTTP2_INVALID_SETTING_VALUE', name: 'TypeError' });
  client.once('remoteSettings', mustCall((settings) => assert.strictEqual(settings.maxConcurrentStreams, 7)));
  client.once('localSettings', mustCall((settings) => {
    assert.strictEqual(settings.initialWindowSize, 100_000);
    assert.strictEqual(client.pendingSettingsAck, false);
    client.settings({ headerTableSize: 0 }, mustCall((error, changed, duration) => {
      assert.strictEqual(error, null);
      assert.strictEqual(changed.headerTableSize, 0);
      assert.strictEqual(changed.initialWindowSize, 100_000);
      assert.strictEqual(typeof duration, 'number');
      client.close();
      server.close();
    }));
    assert.strictEqual(client.pendingSettingsAck, true);
  }));
}));
