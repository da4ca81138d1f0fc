'use strict';

// Whole buffers may be strings, any view, or ArrayBuffers; of a view only its own part counts.

const { mustSucceed } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

const bytes = Buffer.from('xxabcdefghxx');
const memory = new Uint8Array(bytes).buffer;
const inputs = [
  'abcdefgh', Buffer.from('abcdefgh'), new Uint8Array(memory, 2, 8), new Uint16Array(memory, 2, 4), new DataView(memory, 2, 8),
  memory.slice(2, 10), new Float64Array(memory.slice(2, 10)),
];
if (typeof SharedArrayBuffer === 'function') {
  const shared = new SharedArrayBuffer(8);
  new Uint8Array(shared).set(bytes.subarray(2, 10));
  inputs.push(shared, new Uint8Array(shared));
}

for (const input of inputs) {
  for (const name of ['deflate', 'brotliCompress', 'zstdCompress']) {
    const packed = zlib[`${name}Sync`](input);
    const unpack = { deflate: 'inflateSync', brotliCompress: 'brotliDecompressSync', zstdCompress: 'zstdDecompressSync' }[name];
    assert.strictEqual(String(zlib[unpack](packed)), 'abcdefgh');
    zlib[name](input, mustSucceed((result) => assert.strictEqual(String(zlib[unpack](result)), 'abcdefgh')));
  }
}

for (const bad of [undefined, null, 5, {}, []]) {
  assert.throws(() => zlib.gzipSync(bad), { code: 'ERR_INVALID_ARG_TYPE' });
}
assert.throws(() => zlib.gzip('abc'), { code: 'ERR_INVALID_ARG_TYPE', message: /"callback"/ });
