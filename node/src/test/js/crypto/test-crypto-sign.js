'use strict';

// Every kind of key signs, and its public half verifies that and nothing else.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike, mustSucceed } = require('../common');

const data = Buffer.from('data');
const rsa = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = crypto.generateKeyPairSync('ed25519');

function check(algorithm, pair, options) {
  const signature = crypto.sign(algorithm, data, { key: pair.privateKey, ...options });
  assert.strictEqual(crypto.verify(algorithm, data, { key: pair.publicKey, ...options }, signature), true);
  assert.strictEqual(crypto.verify(algorithm, Buffer.from('other'), { key: pair.publicKey, ...options }, signature), false);
  signature[signature.length >> 1] ^= 1;
  assert.strictEqual(crypto.verify(algorithm, data, { key: pair.publicKey, ...options }, signature), false);
  return signature;
}

check('sha256', rsa);
check('RSA-SHA512', rsa);
check('sha256', rsa, { padding: crypto.constants.RSA_PKCS1_PSS_PADDING });
check('sha256', rsa, { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST });
check('sha384', ec);
assert.strictEqual(check('sha256', ec, { dsaEncoding: 'ieee-p1363' }).length, 64);
assert.strictEqual(check(null, ed).length, 64);
check(undefined, crypto.generateKeyPairSync('ed448'));

const pem = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' });
const signature = crypto.createSign('SHA256').update('da').update('ta').sign(pem, 'base64');
assert.deepStrictEqual(Buffer.from(signature, 'base64'), crypto.sign('sha256', data, pem));
assert.strictEqual(crypto.createVerify('SHA256').update(data).verify(rsa.publicKey, signature, 'base64'), true);

crypto.sign('sha256', data, ec.privateKey, mustSucceed((bytes) => {
  crypto.verify('sha256', data, ec.publicKey, bytes, mustSucceed((valid) => assert.strictEqual(valid, true)));
}));

assert.throws(() => crypto.createSign('none'), errorLike({ code: 'ERR_CRYPTO_INVALID_DIGEST' }));
assert.throws(() => crypto.createSign('sha256').sign(), errorLike({ code: 'ERR_CRYPTO_SIGN_KEY_REQUIRED' }));
assert.throws(() => crypto.sign('sha256', data, { key: pem, padding: 1.5 }), errorLike({ code: 'ERR_INVALID_ARG_VALUE' }));
assert.throws(() => crypto.createSign('sha256').update('x').sign(ed.privateKey), errorLike({ code: 'ERR_CRYPTO_UNSUPPORTED_OPERATION' }));
