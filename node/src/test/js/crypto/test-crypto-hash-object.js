'use strict';

// A Hash can be copied while it is open, gives its value once, and says what is wrong with its arguments.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike } = require('../common');

const hash = crypto.createHash('sha256').update('a');
const copy = hash.copy();
assert.strictEqual(hash.update('b').digest('base64'), crypto.hash('sha256', 'ab', 'base64'));
assert.strictEqual(copy.digest('latin1'), crypto.hash('sha256', 'a', 'latin1'));

const finalized = errorLike({ code: 'ERR_CRYPTO_HASH_FINALIZED', name: 'Error', message: 'Digest already called' });
assert.throws(() => hash.digest(), finalized);
assert.throws(() => hash.update('x'), finalized);
assert.throws(() => hash.copy(), finalized);

assert.strictEqual(crypto.createHash('shake256', { outputLength: 5 }).update('').digest('hex'), '46b9dd2b0b');
assert.throws(() => crypto.createHash('sha1', { outputLength: 5 }), errorLike({
  code: 'ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH',
  message: 'error:030000B2:digital envelope routines::not XOF or invalid length',
}));
assert.throws(() => crypto.createHash('no such'), errorLike({ message: 'Digest method not supported', code: undefined }));
assert.throws(() => crypto.createHash('md4'), errorLike({ code: 'ERR_OSSL_EVP_UNSUPPORTED' }));
assert.throws(() => crypto.createHash('sha1').update(1), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
assert.throws(() => crypto.createHash('sha1').update('abc', 'hex'), errorLike({ code: 'ERR_INVALID_ARG_VALUE' }));
assert.strictEqual(crypto.createHash('md5').update('\ud800é').digest('hex'), crypto.hash('md5', Buffer.from('\ud800é')));
