'use strict';

// The other side closes a WebSocket, or never opens it.

const { mustCall, mustNotCall } = require('../common');
const assert = require('node:assert');
const { once } = require('node:events');
const { run, serve } = require('./serve');
const { createServer } = require('./websocket_server');

async function main() {
  await run(createServer(), 'ws', async (address) => {
    const socket = new WebSocket(address);
    socket.onopen = mustCall(() => socket.send('close me'));
    const [event] = await once(socket, 'close');
    assert.deepStrictEqual([event.code, event.reason, event.wasClean], [4000, 'bye', true]);
  });
  await serve((request, response) => response.end(), async (address) => {
    const socket = new WebSocket(address.replace('http', 'ws'));
    socket.onopen = mustNotCall();
    socket.onerror = mustCall((event) => assert.strictEqual(event.type, 'error'));
    const [event] = await once(socket, 'close');
    assert.strictEqual(event.wasClean, false);
  });
  assert.throws(() => new WebSocket('nonsense'), { name: 'SyntaxError' });
  assert.throws(() => new WebSocket('ws://127.0.0.1', ['a', 'a']), { name: 'SyntaxError' });
}

main().then(mustCall());
