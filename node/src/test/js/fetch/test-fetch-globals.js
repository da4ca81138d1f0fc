'use strict';

// The globals look as they do in Node.

const assert = require('node:assert');

const names = ['CloseEvent', 'FormData', 'Headers', 'MessageEvent', 'Request', 'Response', 'WebSocket'];
for (const name of names) {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  assert.deepStrictEqual([descriptor.enumerable, descriptor.configurable, globalThis[name].name], [false, true, name]);
}
assert.deepStrictEqual([fetch.name, fetch.length, Object.getOwnPropertyDescriptor(globalThis, 'fetch').enumerable], ['fetch', 1, true]);
assert.strictEqual(typeof EventSource, 'undefined');
assert.strictEqual(require('node:http').WebSocket, WebSocket);
