'use strict';

// A key of every kind survives each of its encodings, and tells what it is.

const assert = require('node:assert');
const crypto = require('node:crypto');

const kinds = [
  ['rsa', { modulusLength: 512 }, ['pkcs1'], { modulusLength: 512, publicExponent: 65537n }],
  ['rsa-pss', { modulusLength: 512, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha1', saltLength: 16 }, [],
   { modulusLength: 512, publicExponent: 65537n, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha1', saltLength: 16 }],
  ['ec', { namedCurve: 'P-256' }, ['sec1'], { namedCurve: 'prime256v1' }],
  ['ec', { namedCurve: 'secp256k1' }, ['sec1'], { namedCurve: 'secp256k1' }],
  ['ed25519', undefined, [], {}],
  ['ed448', undefined, [], {}],
  ['x25519', undefined, [], {}],
  ['x448', undefined, [], {}],
];

for (const [type, options, more, details] of kinds) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync(type, options);
  assert.strictEqual(publicKey.asymmetricKeyType, type);
  assert.deepStrictEqual(privateKey.asymmetricKeyDetails, details);
  assert.ok(crypto.createPublicKey(privateKey).equals(publicKey));
  for (const format of ['pem', 'der']) {
    for (const encoding of ['pkcs8', ...more]) {
      const key = privateKey.export({ type: encoding, format });
      assert.ok(crypto.createPrivateKey({ key, type: encoding, format }).equals(privateKey), `${type} ${encoding} ${format}`);
    }
    const key = publicKey.export({ type: 'spki', format });
    assert.ok(crypto.createPublicKey({ key, type: 'spki', format }).equals(publicKey));
  }
  if (type !== 'rsa-pss') {
    const key = privateKey.export({ format: 'jwk' });
    assert.ok(crypto.createPrivateKey({ key, format: 'jwk' }).equals(privateKey));
    assert.ok(crypto.createPublicKey({ key: publicKey.export({ format: 'jwk' }), format: 'jwk' }).equals(publicKey));
  }
}

const secret = crypto.createSecretKey('6b6579', 'hex');
assert.strictEqual(secret.export().toString(), 'key');
assert.deepStrictEqual(secret.export({ format: 'jwk' }), { kty: 'oct', k: 'a2V5' });
assert.strictEqual(secret.symmetricKeySize, 3);
assert.strictEqual(crypto.generateKeySync('aes', { length: 256 }).symmetricKeySize, 32);
