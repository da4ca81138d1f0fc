'use strict';

// crc32() of pieces, each going on from the one before, is that of the whole.

require('../common');
const assert = require('node:assert');
const { crc32 } = require('node:zlib');

assert.strictEqual(crc32('hello'), 0x3610a686);
assert.strictEqual(crc32(''), 0);
assert.strictEqual(crc32('', 12345), 12345);
assert.strictEqual(crc32('é'), crc32(Buffer.from('é')));
const bytes = Buffer.from({ length: 100_001 }, (_, i) => i * 31);
const whole = crc32(bytes);
assert.strictEqual(whole, 4234343321);
for (const cut of [0, 1, 2, 7, 4096, 65_536, 100_000, 100_001]) {
  assert.strictEqual(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut))), whole);
}
assert.strictEqual(crc32(new DataView(bytes.buffer, bytes.byteOffset + 3, 10)), crc32(bytes.subarray(3, 13)));
assert.throws(() => crc32(5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => crc32('', -1), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => crc32('', 2 ** 32), { code: 'ERR_OUT_OF_RANGE' });
