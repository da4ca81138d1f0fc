'use strict';

// Private keys under a passphrase open with it only, in both of PEM's ways.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike } = require('../common');

const { privateKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
for (const [type, cipher] of [['pkcs8', 'aes-256-cbc'], ['pkcs8', 'des-ede3-cbc'], ['sec1', 'aes-128-cbc']]) {
  const key = privateKey.export({ type, format: 'pem', cipher, passphrase: 'secret' });
  assert.match(key, /ENCRYPTED/);
  assert.ok(crypto.createPrivateKey({ key, passphrase: 'secret' }).equals(privateKey));
  assert.throws(() => crypto.createPrivateKey({ key, passphrase: 'wrong' }), (error) => /^ERR_OSSL_/.test(error.code) || error.code === 'ERR_MISSING_PASSPHRASE');
}
const key = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' });
assert.throws(() => crypto.createPrivateKey(key), errorLike({ name: /Error/ }));
assert.throws(() => privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'none', passphrase: 'x' }), errorLike({ code: 'ERR_CRYPTO_UNKNOWN_CIPHER' }));
assert.throws(() => privateKey.export({ type: 'sec1', format: 'der', cipher: 'aes-128-cbc', passphrase: 'x' }),
              errorLike({ code: 'ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS' }));
assert.throws(() => crypto.createPrivateKey('no key'), errorLike({ code: 'ERR_OSSL_UNSUPPORTED', message: 'error:1E08010C:DECODER routines::unsupported' }));
