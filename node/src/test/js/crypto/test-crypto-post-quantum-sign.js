'use strict';

// Keys of ML-DSA and SLH-DSA sign whole messages, and a context along with them.

const assert = require('node:assert');
const { createSign, generateKeyPairSync, sign, verify } = require('node:crypto');
const { mustCall } = require('../common');

const message = Buffer.from('message');
const context = Buffer.from('context');

for (const [kind, length] of [['ml-dsa-44', 2420], ['ml-dsa-65', 3309], ['ml-dsa-87', 4627], ['slh-dsa-sha2-128f', 17088]]) {
  const { publicKey, privateKey } = generateKeyPairSync(kind);
  const signature = sign(null, message, { key: privateKey, context });
  assert.strictEqual(signature.length, length);
  assert.ok(verify(null, message, { key: publicKey, context }, signature));
  assert.ok(verify(null, message, { key: privateKey, context }, signature));
  assert.ok(!verify(null, message, publicKey, signature));
  assert.ok(!verify(null, context, { key: publicKey, context }, signature));
  assert.ok(!verify(null, message, { key: publicKey, context }, signature.subarray(1)));

  assert.throws(() => sign('sha256', message, privateKey), { code: 'ERR_OSSL_INVALID_DIGEST' });
  assert.throws(() => createSign('sha256').update(message).sign(privateKey), { code: 'ERR_CRYPTO_UNSUPPORTED_OPERATION' });
  assert.throws(() => sign(null, message, { key: privateKey, context: Buffer.alloc(256) }), {
    name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message: 'context string must be at most 255 bytes',
  });

  sign(undefined, message, privateKey, mustCall((error, value) => {
    assert.ifError(error);
    verify(undefined, message, publicKey, value, mustCall((failure, valid) => {
      assert.ifError(failure);
      assert.ok(valid);
    }));
  }));
}

// Others have no context to sign.
const { privateKey } = generateKeyPairSync('ed25519');
assert.throws(() => sign(null, message, { key: privateKey, context }), { code: 'ERR_CRYPTO_OPERATION_FAILED', message: 'Context parameter is unsupported' });
assert.throws(() => sign(null, message, { key: privateKey, context: 'text' }), { code: 'ERR_INVALID_ARG_TYPE', message: /"options\.context" property/ });
assert.throws(() => sign(null, message, generateKeyPairSync('ml-kem-512').privateKey), { code: /OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE/ });
