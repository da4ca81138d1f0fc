'use strict';

// timingSafeEqual compares memory of any shape, byte by byte, and refuses other lengths.

const assert = require('node:assert');
const { timingSafeEqual } = require('node:crypto');
const { errorLike } = require('../common');

assert.strictEqual(timingSafeEqual(Buffer.from('foo'), Buffer.from('foo')), true);
assert.strictEqual(timingSafeEqual(Buffer.from('foo'), Buffer.from('fop')), false);
assert.strictEqual(timingSafeEqual(new Uint16Array([1]), new DataView(new ArrayBuffer(2))), false);
assert.strictEqual(timingSafeEqual(new ArrayBuffer(4), new Uint32Array(1)), true);
assert.throws(() => timingSafeEqual(Buffer.alloc(1), Buffer.alloc(2)), errorLike({ code: 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', name: 'RangeError' }));
assert.throws(() => timingSafeEqual('a', Buffer.alloc(1)), errorLike({
  code: 'ERR_INVALID_ARG_TYPE',
  message: 'The "buf1" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.',
}));
