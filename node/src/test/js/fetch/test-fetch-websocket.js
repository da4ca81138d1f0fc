'use strict';

// A WebSocket is opened, echoes texts, bytes and Blobs, and is closed by this side.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { once } = require('node:events');
const { run } = require('./serve');
const { createServer } = require('./websocket_server');

run(createServer(), 'ws', async (address) => {
  const socket = new WebSocket(`${address}/chat`, ['first', 'second']);
  assert.deepStrictEqual([socket.readyState, socket.url, socket.binaryType], [WebSocket.CONNECTING, `${address}/chat`, 'blob']);
  await once(socket, 'open');
  assert.deepStrictEqual([socket.readyState, socket.protocol, socket.extensions], [WebSocket.OPEN, 'first', '']);
  const echo = async (data) => {
    socket.send(data);
    const [event] = await once(socket, 'message');
    assert.ok(event instanceof MessageEvent);
    assert.strictEqual(event.origin, address);
    return event.data;
  };
  assert.strictEqual(await echo('größe'), 'größe');
  const blob = await echo(new Blob(['abc']));
  assert.deepStrictEqual([blob instanceof Blob, await blob.text()], [true, 'abc']);
  socket.binaryType = 'arraybuffer';
  assert.deepStrictEqual(new Uint8Array(await echo(new Uint8Array([1, 2, 3]))), new Uint8Array([1, 2, 3]));
  socket.close(3001, 'done');
  assert.strictEqual(socket.readyState, WebSocket.CLOSING);
  const [closed] = await once(socket, 'close');
  assert.ok(closed instanceof CloseEvent);
  assert.deepStrictEqual([closed.code, closed.reason, closed.wasClean, socket.readyState], [3001, 'done', true, WebSocket.CLOSED]);
}).then(mustCall());
