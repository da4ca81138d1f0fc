'use strict';

// Keys of ML-KEM, ML-DSA and SLH-DSA are read from a seed, from the key that is made of it and from both, and written with all that there is.

const assert = require('node:assert');
const { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } = require('node:crypto');

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function tlv(tag, ...parts) {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

/** PKCS #8 of an algorithm whose identifier ends in those bytes. */
function pkcs8(end, content) {
  const algorithm = tlv(0x30, tlv(6, Buffer.from(`60864801650304${end}`, 'hex')));
  return tlv(0x30, Buffer.from('020100', 'hex'), algorithm, tlv(4, content));
}

function read(der) {
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function written(key) {
  return key.export({ format: 'der', type: key.type === 'private' ? 'pkcs8' : 'spki' });
}

// The hashes are those of what OpenSSL makes of these seeds.
for (const [kind, end, seedBytes, privateHash, publicHash] of [
  ['ml-dsa-44', '0311', 32,
   '4520497ba4f0b5ae2394aab75b138abca451abeeebfb7d5803fcf085eddd6194', '3dd001c79c2c44603705fe62265caea3905da0a1b84d400561492377835ddd12'],
  ['ml-dsa-65', '0312', 32,
   'e6ef2d7f09aec5d460911c78a7718a3d498f144667dd83d133bb11343056766f', '84c7bb18d0b5cd9b177ea26de1aaf13fd2640f8a164393a2ef1547dbe857f3ef'],
  ['ml-dsa-87', '0313', 32,
   'bc7dc1495a863f03b5ee72b1c48578ad6b63fb5409b72d0f0f7797aa36c00b23', '6673208f81a5373249759f13f5b1167930c2ae8f40cec84a5980027b5b7a315f'],
  ['ml-kem-512', '0401', 64,
   '068c1bef29a151356bf773b8c38ac337397f81df27822b7e37529a537f858975', 'b38a6d4efc263fd1eb028af4f972901dfb23dfa8a44e904594af8d1d2816b151'],
  ['ml-kem-768', '0402', 64,
   '65be2b49fb9ae2bb8c61d219bb82164283fc02598ee060c9b82e800b524faede', '88a3dd5a63216f7d9b4dbcf5947c5108c534e84b5488620b62e354f5cf00d95f'],
  ['ml-kem-1024', '0403', 64,
   '39aa2d5236b0eb2863e5c4dd8a96ccf94fdabe82b8a8c415831ec903cffdab96', '030a8d983905dfa8586a816e3936c3c09de7f3037a073ed864d5820ddeb090a9'],
]) {
  const seed = Buffer.alloc(seedBytes, 7);
  const key = read(pkcs8(end, tlv(0x80, seed)));
  assert.strictEqual(key.asymmetricKeyType, kind);
  assert.deepStrictEqual(key.asymmetricKeyDetails, {});
  const both = written(key);
  assert.strictEqual(sha256(both), privateHash);
  const publicKey = createPublicKey(key);
  assert.strictEqual(sha256(written(publicKey)), publicHash);
  assert.ok(read(both).equals(key));
  assert.ok(createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })).equals(publicKey));

  // The key without its seed is the same key, and is written without it.
  const expanded = both.subarray(both.indexOf(seed) + seedBytes + 4);
  const seedless = read(pkcs8(end, tlv(4, expanded)));
  assert.ok(seedless.equals(key) && createPublicKey(seedless).equals(publicKey));
  assert.deepStrictEqual(written(seedless), pkcs8(end, tlv(4, expanded)));

  // A seed of another length is none, nor is one of another key.
  assert.throws(() => read(pkcs8(end, tlv(0x80, seed.subarray(1)))), { code: 'ERR_OSSL_UNSUPPORTED' });
  const other = Buffer.from(both);
  other[both.indexOf(seed)] ^= 1;
  assert.throws(() => read(other), { code: 'ERR_OSSL_INVALID_KEY' });
}

const encrypted = generateKeyPairSync('slh-dsa-shake-128f', {
  privateKeyEncoding: { format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'secret' },
});
const decrypted = createPrivateKey({ key: encrypted.privateKey, passphrase: 'secret' });
assert.strictEqual(decrypted.asymmetricKeyType, 'slh-dsa-shake-128f');
assert.ok(createPublicKey(decrypted).equals(encrypted.publicKey));
assert.throws(() => decrypted.export({ format: 'jwk' }), { code: 'ERR_CRYPTO_JWK_UNSUPPORTED_KEY_TYPE' });

// JSON Web Keys of ML-DSA hold the seed.
const { publicKey, privateKey } = generateKeyPairSync('ml-dsa-44');
const jwk = privateKey.export({ format: 'jwk' });
assert.deepStrictEqual(Object.keys(jwk), ['priv', 'kty', 'alg', 'pub']);
assert.deepStrictEqual([jwk.kty, jwk.alg], ['AKP', 'ML-DSA-44']);
assert.ok(createPrivateKey({ key: jwk, format: 'jwk' }).equals(privateKey));
assert.ok(createPublicKey({ key: publicKey.export({ format: 'jwk' }), format: 'jwk' }).equals(publicKey));
const bytes = written(privateKey);
const seedless = read(pkcs8('0311', tlv(4, bytes.subarray(bytes.length - 2560))));
assert.throws(() => seedless.export({ format: 'jwk' }), { code: 'ERR_CRYPTO_OPERATION_FAILED', message: 'key does not have an available seed' });
