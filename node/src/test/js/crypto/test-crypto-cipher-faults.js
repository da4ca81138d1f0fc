'use strict';

// What a cipher can't take or can't authenticate fails with OpenSSL's and Node's errors.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike } = require('../common');

const key = Buffer.alloc(16);
const create = (name, iv, options) => crypto.createCipheriv(name, key, iv, options);

assert.throws(() => create('none', null), errorLike({ code: 'ERR_CRYPTO_UNKNOWN_CIPHER', name: 'Error' }));
assert.throws(() => create('aes-256-cbc', Buffer.alloc(16)), errorLike({ code: 'ERR_CRYPTO_INVALID_KEYLEN', name: 'RangeError' }));
assert.throws(() => create('aes-128-cbc', Buffer.alloc(5)), errorLike({ code: 'ERR_CRYPTO_INVALID_IV', name: 'TypeError' }));
assert.throws(() => create('aes-128-ccm', Buffer.alloc(12)),
              errorLike({ code: 'ERR_CRYPTO_INVALID_AUTH_TAG', message: 'authTagLength required for aes-128-ccm' }));
assert.throws(() => create('aes-128-gcm', Buffer.alloc(12), { authTagLength: 5 }), errorLike({ code: 'ERR_CRYPTO_INVALID_AUTH_TAG' }));
assert.throws(() => create('aes-128-gcm', Buffer.alloc(12)).getAuthTag(), errorLike({ code: 'ERR_CRYPTO_INVALID_STATE' }));

const cut = crypto.createDecipheriv('aes-128-cbc', key, Buffer.alloc(16));
cut.update(Buffer.alloc(15));
assert.throws(() => cut.final(), errorLike({ code: 'ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH' }));
assert.throws(() => cut.update('x'), errorLike({ message: 'Trying to add data in unsupported state' }));

const unpadded = create('aes-128-cbc', Buffer.alloc(16)).setAutoPadding(false);
const block = Buffer.concat([unpadded.update(Buffer.alloc(16)), unpadded.final()]);
const decipher = crypto.createDecipheriv('aes-128-cbc', key, Buffer.alloc(16));
decipher.update(block);
assert.throws(() => decipher.final(), errorLike({
  code: 'ERR_OSSL_BAD_DECRYPT', library: 'Provider routines', reason: 'bad decrypt', message: 'error:1C800064:Provider routines::bad decrypt',
}));

const sealed = crypto.createDecipheriv('aes-128-gcm', key, Buffer.alloc(12));
sealed.setAuthTag(Buffer.alloc(16));
sealed.update(Buffer.alloc(3));
assert.throws(() => sealed.final(), errorLike({ message: 'Unsupported state or unable to authenticate data' }));

const bad = crypto.createDecipheriv('aes-128-cbc', key, Buffer.alloc(16));
bad.on('error', require('../common').mustCall((error) => assert.strictEqual(error.code, 'ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH')));
bad.end(Buffer.alloc(5));
