'use strict';

// What OpenSSL refuses is refused with its words: keys that do not pair, operations a key is not for, numbers that are too long.

require('../common');
const assert = require('assert');
const crypto = require('crypto');

const one = crypto.createECDH('prime256v1');
const other = crypto.createECDH('prime256v1');
one.generateKeys();
other.generateKeys();
one.setPublicKey(other.getPublicKey());
assert.throws(() => one.computeSecret(other.getPublicKey()), { code: 'ERR_CRYPTO_INVALID_KEYPAIR', message: 'Invalid key pair' });
one.setPrivateKey(one.getPrivateKey());
assert.deepStrictEqual(one.computeSecret(other.getPublicKey()), other.computeSecret(one.getPublicKey()));

const pss = crypto.generateKeyPairSync('rsa-pss', { modulusLength: 1024 });
assert.throws(() => crypto.publicEncrypt(pss.publicKey, Buffer.alloc(4)), /operation not supported for this keytype/);

const rsa = crypto.generateKeyPairSync('rsa', {
  modulusLength: 1024, publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-128-ecb', passphrase: 'secret' },
});
for (const operation of [crypto.publicEncrypt, crypto.privateDecrypt]) {
  assert.throws(() => operation({ key: rsa.publicKey, oaepHash: 'none' }, Buffer.alloc(4)), { code: 'ERR_OSSL_EVP_INVALID_DIGEST' });
  assert.throws(() => operation({ key: rsa.publicKey, oaepHash: 1 }, Buffer.alloc(4)), { code: 'ERR_INVALID_ARG_TYPE' });
}
const encrypted = crypto.publicEncrypt(rsa.publicKey, Buffer.from('hello'));
assert.strictEqual(crypto.privateDecrypt({ key: rsa.privateKey, passphrase: 'secret' }, encrypted).toString(), 'hello');
assert.throws(() => crypto.generateKeyPairSync('rsa', {
  modulusLength: 1024, publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem', cipher: 'aes-128-ecb', passphrase: 'secret' },
}), { code: 'ERR_OSSL_PEM_UNSUPPORTED_CIPHER' });

const long = Buffer.alloc(67108864);
long[0] = 1;
assert.throws(() => crypto.checkPrimeSync(long), { code: 'ERR_OSSL_BN_BIGNUM_TOO_LONG' });

const shared = new Uint8Array(new SharedArrayBuffer(4));
crypto.subtle.digest('SHA-256', shared).then(assert.fail, (error) => {
  assert.strictEqual(error.message, "Failed to execute 'digest' on 'SubtleCrypto': 2nd argument is a view on a SharedArrayBuffer, which is not allowed.");
});
