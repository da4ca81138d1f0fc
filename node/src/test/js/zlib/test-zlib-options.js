'use strict';

// Options are checked when a stream is made, with Node's codes and bounds.

require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

const outOfRange = { code: 'ERR_OUT_OF_RANGE', name: 'RangeError' };
const wrongType = { code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' };

const bounds = { windowBits: [9, 15], level: [-1, 9], memLevel: [1, 9], strategy: [0, 4], flush: [0, 5], finishFlush: [0, 5] };
for (const [name, [min, max]] of Object.entries(bounds)) {
  for (const value of [min - 1, max + 1, Infinity, -Infinity]) assert.throws(() => zlib.createGzip({ [name]: value }), outOfRange);
  for (const value of ['1', null, {}]) {
    if (name === 'windowBits' && value === null) continue;
    assert.throws(() => zlib.createGzip({ [name]: value }), wrongType);
  }
  for (const value of [min, max, undefined, NaN]) zlib.createGzip({ [name]: value }).close();
}
assert.throws(() => zlib.createGzip({ chunkSize: 63 }), { ...outOfRange, message: /options\.chunkSize.*>= 64\. Received 63/ });
assert.throws(() => zlib.createGzip({ maxOutputLength: 0 }), outOfRange);
assert.throws(() => zlib.createDeflate({ dictionary: 'text' }), wrongType);
assert.strictEqual(zlib.createDeflate({ windowBits: 8 })._mode, zlib.constants.DEFLATE);
zlib.createInflate({ windowBits: 0 }).close();

for (const [create, code] of [['createBrotliCompress', 'ERR_BROTLI_INVALID_PARAM'], ['createZstdCompress', 'ERR_ZSTD_INVALID_PARAM']]) {
  assert.throws(() => zlib[create]({ params: { nonsense: 1 } }), { code, name: 'RangeError' });
  assert.throws(() => zlib[create]({ params: { 100000: 1 } }), { code });
  assert.throws(() => zlib[create]({ params: { 1: 'x' } }), wrongType);
}
assert.throws(() => zlib.createZstdCompress({ params: { [zlib.constants.ZSTD_c_windowLog]: 1 } }),
  { code: 'ERR_ZLIB_INITIALIZATION_FAILED', message: 'Setting parameter failed' });
