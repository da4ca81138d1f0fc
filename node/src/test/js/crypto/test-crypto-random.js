'use strict';

// Random bytes come in the size asked for, at once or to a callback, and fill exactly the part that is named.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike, mustCall, mustSucceed } = require('../common');

assert.strictEqual(crypto.randomBytes(16).length, 16);
assert.notDeepStrictEqual(crypto.randomBytes(16), crypto.randomBytes(16));
crypto.randomBytes(4, mustSucceed((bytes) => assert.strictEqual(bytes.length, 4)));
assert.throws(() => crypto.randomBytes(-1), errorLike({ code: 'ERR_OUT_OF_RANGE' }));

const part = crypto.randomFillSync(new Uint8Array(64), 16, 32);
assert.ok(part.subarray(0, 16).every((b) => b === 0) && part.subarray(48).every((b) => b === 0) && part.subarray(16, 48).some((b) => b !== 0));
crypto.randomFill(new Uint32Array(8), 4, mustSucceed((numbers) => {
  assert.ok(numbers.subarray(0, 4).every((n) => n === 0) && numbers.subarray(4).some((n) => n !== 0));
}));

for (let i = 0; i < 50; i++) {
  const n = crypto.randomInt(-3, 4);
  assert.ok(Number.isInteger(n) && n >= -3 && n < 4);
}
crypto.randomInt(1, mustCall((error, n) => assert.deepStrictEqual([error, n], [undefined, 0])));
assert.throws(() => crypto.randomInt(5, 5), errorLike({ code: 'ERR_OUT_OF_RANGE' }));
assert.match(crypto.randomUUID(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
