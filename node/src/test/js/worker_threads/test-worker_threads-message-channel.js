'use strict';

// Two ports of a channel: messages are copied, arrive in order and after the caller's own code, and close ends both.

const { mustCall } = require('../common');
const assert = require('assert');
const worker = require('worker_threads');

assert.strictEqual(worker.MessageChannel, MessageChannel);
assert.strictEqual(worker.MessagePort, MessagePort);
assert.throws(() => new MessagePort(), { code: 'ERR_CONSTRUCT_CALL_INVALID' });
assert.throws(() => MessageChannel(), { code: 'ERR_CONSTRUCT_CALL_REQUIRED' });

const { port1, port2 } = new MessageChannel();
assert.ok(port1 instanceof MessagePort && port1 instanceof EventTarget);
assert.deepStrictEqual(Object.getOwnPropertyNames(port1), []);
assert.strictEqual(port1.hasRef(), false);

const order = [];
const sent = { map: new Map([[1, { n: 1 }]]), when: new Date(0) };
port1.on('message', (message) => {
  order.push(message);
  if (typeof message !== 'object') return;
  assert.deepStrictEqual(message, sent);
  assert.notStrictEqual(message, sent);
});
assert.strictEqual(port1.hasRef(), true);
port1.onmessage = mustCall(({ constructor, data, ports, target, source, origin }) => {
  assert.deepStrictEqual([constructor, ports, target, source, origin], [MessageEvent, [], port1, null, '']);
  if (data === 'last') port2.close(mustCall(() => order.push('closed by the call')));
}, 3);
port1.on('close', mustCall(() => order.push('close of the other')));
port2.on('close', mustCall(() => order.push('close')));

port2.postMessage(sent);
port2.postMessage(2);
port2.postMessage('last');
process.nextTick(() => order.push('tick'));
Promise.resolve().then(() => order.push('microtask'));
process.on('exit', () => {
  assert.deepStrictEqual(order, ['tick', 'microtask', sent, 2, 'last', 'close', 'closed by the call', 'close of the other']);
  assert.strictEqual(port1.hasRef(), false);
  port2.postMessage('to nobody');
});
