'use strict';

// encapsulate() makes a secret that only who holds the private key gets from its ciphertext.

const assert = require('node:assert');
const { createPrivateKey, decapsulate, encapsulate, generateKeyPairSync } = require('node:crypto');
const { mustCall } = require('../common');

const FAILED = { code: 'ERR_CRYPTO_OPERATION_FAILED' };

for (const [kind, options, secretBytes, ciphertextBytes] of [
  ['ml-kem-512', {}, 32, 768],
  ['ml-kem-768', {}, 32, 1088],
  ['ml-kem-1024', {}, 32, 1568],
  ['x25519', {}, 32, 32],
  ['x448', {}, 64, 56],
  ['ec', { namedCurve: 'P-256' }, 32, 65],
  ['ec', { namedCurve: 'P-384' }, 48, 97],
  ['ec', { namedCurve: 'P-521' }, 64, 133],
  ['rsa', { modulusLength: 1024 }, 128, 128],
]) {
  const { publicKey, privateKey } = generateKeyPairSync(kind, options);
  const { sharedKey, ciphertext } = encapsulate(publicKey);
  assert.deepStrictEqual([sharedKey.length, ciphertext.length], [secretBytes, ciphertextBytes]);
  assert.deepStrictEqual(decapsulate(privateKey, ciphertext), sharedKey);
  assert.throws(() => decapsulate(privateKey, ciphertext.subarray(1)), { ...FAILED, message: 'Failed to perform decapsulation' });

  encapsulate(publicKey, mustCall((error, made) => {
    assert.ifError(error);
    decapsulate(privateKey, made.ciphertext, mustCall((failure, secret) => {
      assert.ifError(failure);
      assert.deepStrictEqual(secret, made.sharedKey);
    }));
  }));
}

for (const [kind, options] of [['ed25519', {}], ['ml-dsa-44', {}], ['ec', { namedCurve: 'secp256k1' }], ['rsa-pss', { modulusLength: 1024 }]]) {
  const { publicKey, privateKey } = generateKeyPairSync(kind, options);
  assert.throws(() => encapsulate(publicKey), { ...FAILED, message: 'Failed to perform encapsulation' });
  assert.throws(() => decapsulate(privateKey, Buffer.alloc(32)), FAILED);
  encapsulate(publicKey, mustCall((error) => assert.strictEqual(error.message, 'Deriving bits failed')));
}

// Secrets that OpenSSL gets from these. ML-KEM has one for each ciphertext, though no one made it.
for (const [head, keyBytes, ciphertextBytes, secret] of [
  ['3054020100300b060960864801650304040204428040', 64, 1088, '948e8a9cedd1f6ef6d4e1419bbca554746c680c2e4569a4cd8fca2563d37228c'],
  ['302e020100300506032b656e04220420', 32, 32, '215bb3b98c89aef75e4514519933cb05e60d652a50f95f05aa1ba4d34da132e5'],
  ['3046020100300506032b656f043a0438', 56, 56,
   'fa114a85a7415dac81e0d4e54e4217c1efd0c0086335174706903883a531173365066d31366a1c1eed848b893dd56fb88187e3d61f412e3ec67b1b44f95a622f'],
]) {
  const key = createPrivateKey({ key: Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(keyBytes, 7)]), format: 'der', type: 'pkcs8' });
  assert.strictEqual(decapsulate(key, Buffer.alloc(ciphertextBytes, 9)).toString('hex'), secret);
}

assert.throws(() => encapsulate(), { code: 'ERR_INVALID_ARG_TYPE', message: /"key" argument/ });
assert.throws(() => encapsulate(undefined, 5), { code: 'ERR_INVALID_ARG_TYPE', message: /"callback" argument/ });
assert.throws(() => decapsulate(generateKeyPairSync('x25519').privateKey, null), { code: 'ERR_INVALID_ARG_TYPE', message: /"ciphertext" argument/ });
