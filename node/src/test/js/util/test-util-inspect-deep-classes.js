'use strict';

// Objects of Node's own classes that lie deeper than inspect looks are named in brackets.

const assert = require('node:assert');
const { createSecretKey } = require('node:crypto');
const { SocketAddress, BlockList } = require('node:net');
const { createHistogram, performance } = require('node:perf_hooks');
const { inspect } = require('node:util');

for (const object of [
  new AbortController().signal, new Blob([]), new BlockList(), new File([], 'name'), new SocketAddress(), new TextDecoder(), new TextEncoder(),
  createHistogram(), createSecretKey('key'), performance.mark('mark'),
]) {
  const { name } = object.constructor;
  assert.strictEqual(inspect(object, { depth: -1 }), `[${name}]`);
  assert.strictEqual(inspect({ a: [object] }, { depth: 1, colors: true }), `{ a: [ \x1b[36m[${name}]\x1b[39m ] }`);
}
assert.strictEqual(inspect(new AbortController(), { depth: -1 }), 'AbortController {}');
