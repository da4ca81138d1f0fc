'use strict';

// A module and a shared memory are cloned and sent; instances, tables, globals and memories of one's own are not.

const { mustCall } = require('../common');
const assert = require('assert');
const { env, whole } = require('./modules');

const compiled = new WebAssembly.Module(whole);
const copy = structuredClone({ compiled }).compiled;
assert.notStrictEqual(copy, compiled);
assert.ok(copy instanceof WebAssembly.Module);
assert.strictEqual(new WebAssembly.Instance(copy, { env }).exports.call(2), 1004);

const shared = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
const twin = structuredClone(shared);
new Uint8Array(shared.buffer)[9] = 5;
assert.strictEqual(new Uint8Array(twin.buffer)[9], 5);

const instance = new WebAssembly.Instance(compiled, { env });
const { add, count, memory, table } = instance.exports;
for (const own of [add, count, instance, memory, table]) {
  assert.throws(() => structuredClone(own), { name: 'DataCloneError' });
}

const { port1, port2 } = new MessageChannel();
port2.on('message', mustCall((received) => {
  assert.deepStrictEqual(WebAssembly.Module.exports(received), WebAssembly.Module.exports(compiled));
  port2.close();
}));
port1.postMessage(compiled);
