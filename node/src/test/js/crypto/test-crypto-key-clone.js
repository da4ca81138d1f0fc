'use strict';

// KeyObjects and CryptoKeys can be cloned, and are equal to what they were cloned from.

const assert = require('node:assert');
const crypto = require('node:crypto');

const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
for (const key of [publicKey, privateKey, crypto.createSecretKey('secret')]) {
  const clone = structuredClone(key);
  assert.ok(clone instanceof crypto.KeyObject);
  assert.ok(clone.equals(key));
}
const web = crypto.createSecretKey(Buffer.alloc(16)).toCryptoKey('AES-CBC', true, ['encrypt']);
const clone = structuredClone({ web }).web;
assert.ok(clone instanceof CryptoKey);
assert.deepStrictEqual([clone.type, clone.algorithm, clone.usages], ['secret', { name: 'AES-CBC', length: 128 }, ['encrypt']]);
assert.ok(crypto.KeyObject.from(clone).equals(crypto.KeyObject.from(web)));
