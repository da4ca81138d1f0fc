'use strict';
// A port that is closed while it gets messages still gets those that had come; a broadcast channel does not.
const { mustCall } = require('../common');
const assert = require('assert');
const { BroadcastChannel, MessageChannel } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
const seen = [];
port1.on('message', mustCall((message) => {
  seen.push(message);
  port1.close();
}, 3));
port1.on('close', mustCall(() => assert.deepStrictEqual(seen, [1, 2, 3])));
for (const message of [1, 2, 3]) port2.postMessage(message);

const speaker = new BroadcastChannel('closed by a listener');
const hearer = new BroadcastChannel('closed by a listener');
hearer.onmessage = mustCall(({ data }) => {
  assert.strictEqual(data, 1);
  hearer.close();
  setImmediate(() => speaker.close());
});
speaker.postMessage(1);
speaker.postMessage(2);
assert.throws(() => new BroadcastChannel(Symbol('name')), { name: 'TypeError', message: 'Cannot convert a Symbol value to a string' });
