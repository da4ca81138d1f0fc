'use strict';

// What one half of an RSA pair encrypts, the other decrypts, with each padding; what is no ciphertext tells nothing.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike } = require('../common');

const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
const { RSA_NO_PADDING, RSA_PKCS1_PADDING } = crypto.constants;
const text = (buffer) => buffer.toString();

assert.strictEqual(text(crypto.privateDecrypt(privateKey, crypto.publicEncrypt(publicKey, Buffer.from('hello')))), 'hello');
const oaep = { oaepHash: 'sha256', oaepLabel: Buffer.from('label') };
const encrypted = crypto.publicEncrypt({ key: publicKey, ...oaep }, Buffer.from('hello'));
assert.strictEqual(text(crypto.privateDecrypt({ key: privateKey, ...oaep }, encrypted)), 'hello');
assert.throws(() => crypto.privateDecrypt(privateKey, encrypted), errorLike({ code: 'ERR_OSSL_RSA_OAEP_DECODING_ERROR' }));

const padding = RSA_PKCS1_PADDING;
assert.strictEqual(text(crypto.privateDecrypt({ key: privateKey, padding }, crypto.publicEncrypt({ key: publicKey, padding }, Buffer.from('hi')))), 'hi');
assert.strictEqual(text(crypto.publicDecrypt(publicKey, crypto.privateEncrypt(privateKey, Buffer.from('hi')))), 'hi');

const noise = Buffer.alloc(128, 1);
assert.deepStrictEqual(crypto.privateDecrypt({ key: privateKey, padding }, noise), crypto.privateDecrypt({ key: privateKey, padding }, noise));
assert.throws(() => crypto.publicEncrypt(publicKey, Buffer.alloc(128)), errorLike({ code: 'ERR_OSSL_RSA_DATA_TOO_LARGE_FOR_KEY_SIZE' }));
assert.throws(() => crypto.publicEncrypt({ key: publicKey, padding: RSA_NO_PADDING }, Buffer.alloc(5)),
              errorLike({ code: 'ERR_OSSL_RSA_DATA_TOO_SMALL_FOR_KEY_SIZE' }));
