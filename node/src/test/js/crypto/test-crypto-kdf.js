'use strict';

// Derived keys have the values of their specifications, at once and on the pool, and faulty parameters are refused.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike, mustSucceed } = require('../common');

const hex = (bytes) => Buffer.from(bytes).toString('hex');

// RFC 6070, RFC 7914, RFC 5869
assert.strictEqual(hex(crypto.pbkdf2Sync('password', 'salt', 4096, 20, 'sha1')), '4b007901b765489abead49d926f721d065a429c1');
assert.strictEqual(hex(crypto.scryptSync('', '', 64, { N: 16, r: 1, p: 1 })),
                   '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906');
assert.strictEqual(hex(crypto.hkdfSync('sha256', Buffer.alloc(22, 0x0b), Buffer.from('000102030405060708090a0b0c', 'hex'),
                                       Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'), 42)),
                   '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');

crypto.pbkdf2('p', 's', 1, 4, 'sha1', mustSucceed((key) => assert.strictEqual(hex(key), '843c87e7')));
crypto.scrypt('p', 's', 4, mustSucceed((key) => assert.strictEqual(hex(key), '43297877')));
crypto.hkdf('sha1', crypto.createSecretKey('p'), 's', 'i', 4, mustSucceed((key) => {
  assert.ok(key instanceof ArrayBuffer);
  assert.strictEqual(hex(key), 'e552f6fd');
}));
const argon2 = { message: 'password', nonce: Buffer.alloc(16, 1), parallelism: 1, tagLength: 16, memory: 64, passes: 2 };
assert.strictEqual(hex(crypto.argon2Sync('argon2id', argon2)), 'e2691bb9215199eb0747fd60782a231b');

assert.throws(() => crypto.pbkdf2Sync('p', 's', 1, 1, 'none'), errorLike({ code: 'ERR_CRYPTO_INVALID_DIGEST', message: 'Invalid digest: none' }));
assert.throws(() => crypto.pbkdf2Sync('p', 's', 0, 1, 'sha1'), errorLike({ code: 'ERR_OUT_OF_RANGE' }));
assert.throws(() => crypto.scryptSync('p', 's', 1, { N: 3 }), errorLike({ code: 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', name: 'RangeError' }));
assert.throws(() => crypto.scryptSync('p', 's', 1, { N: 2 ** 20 }), errorLike({ message: /memory limit exceeded/ }));
assert.throws(() => crypto.hkdfSync('sha256', 'k', '', '', 255 * 32 + 1), errorLike({ code: 'ERR_CRYPTO_INVALID_KEYLEN' }));
