'use strict';

// Two sides agree on one secret, by Diffie and Hellman's exchange and on curves.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike, mustSucceed } = require('../common');

const alice = crypto.getDiffieHellman('modp14');
const bob = crypto.createDiffieHellman(alice.getPrime(), alice.getGenerator());
alice.generateKeys();
const bobsKey = bob.generateKeys('hex');
assert.deepStrictEqual(alice.computeSecret(bobsKey, 'hex'), bob.computeSecret(alice.getPublicKey()));
assert.throws(() => crypto.getDiffieHellman('none'), errorLike({ code: 'ERR_CRYPTO_UNKNOWN_DH_GROUP' }));
assert.throws(() => alice.computeSecret(Buffer.from([1])), errorLike({ code: 'ERR_CRYPTO_INVALID_KEYLEN' }));

const one = crypto.createECDH('secp256k1');
const other = crypto.createECDH('secp256k1');
one.setPrivateKey('01', 'hex');
assert.strictEqual(one.getPublicKey('hex', 'compressed'), '0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798');
other.generateKeys();
assert.deepStrictEqual(one.computeSecret(other.getPublicKey(null, 'compressed')), other.computeSecret(one.getPublicKey('hex', 'hybrid'), 'hex'));
assert.throws(() => one.computeSecret(Buffer.alloc(5)), errorLike({ code: 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY' }));
assert.throws(() => crypto.createECDH('none'), errorLike({ code: 'ERR_CRYPTO_INVALID_CURVE' }));

const x = crypto.generateKeyPairSync('x25519');
const y = crypto.generateKeyPairSync('x25519');
const secret = crypto.diffieHellman({ privateKey: x.privateKey, publicKey: y.publicKey });
crypto.diffieHellman({ privateKey: y.privateKey, publicKey: x.publicKey }, mustSucceed((same) => assert.deepStrictEqual(same, secret)));
