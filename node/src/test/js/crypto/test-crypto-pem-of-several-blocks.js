'use strict';
// A PEM text may hold more than what is asked for: parameters and certificates before a key, a key before its certificate.
require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { createPrivateKey, createPublicKey, createSign, createVerify, generateKeyPairSync, X509Certificate } = require('crypto');

const ec = generateKeyPairSync('ec', {
  namedCurve: 'prime256v1', privateKeyEncoding: { type: 'sec1', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';   // as `openssl ecparam -genkey` writes
const both = parameters + ec.privateKey;
assert.strictEqual(createPrivateKey(both).asymmetricKeyDetails.namedCurve, 'prime256v1');
assert.strictEqual(createPublicKey(both).export({ type: 'spki', format: 'pem' }), ec.publicKey);
const signature = createSign('sha256').update('x').sign(both);
assert.strictEqual(createVerify('sha256').update('x').verify(both, signature), true);

assert.strictEqual(createPrivateKey(ec.publicKey + ec.privateKey).type, 'private');
assert.throws(() => createPrivateKey(parameters + ec.publicKey), { code: 'ERR_OSSL_UNSUPPORTED' });

const keys = path.join(__dirname, '../tls/keys');
const certificate = fs.readFileSync(path.join(keys, 'server-cert.pem'), 'utf8');
const key = fs.readFileSync(path.join(keys, 'server-key.pem'), 'utf8');
assert.strictEqual(createPrivateKey(certificate + key).asymmetricKeyType, createPrivateKey(key).asymmetricKeyType);
assert.strictEqual(new X509Certificate(key + certificate).fingerprint, new X509Certificate(certificate).fingerprint);
// A certificate's key is asked for before a private key, and a public key before both.
assert.strictEqual(createPublicKey(ec.privateKey + certificate).export({ type: 'spki', format: 'pem' }),
  new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }));
assert.strictEqual(createPublicKey(certificate + ec.publicKey).export({ type: 'spki', format: 'pem' }), ec.publicKey);
assert.throws(() => new X509Certificate(key), { code: 'ERR_OSSL_PEM_NO_START_LINE' });
