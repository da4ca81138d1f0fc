'use strict';

// HMAC takes keys of any length, empty ones too, and gives its value once, then nothing.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike } = require('../common');

const of = (algorithm, key, data) => crypto.createHmac(algorithm, key).update(data).digest('hex');
assert.strictEqual(of('sha1', 'k', ''), '3a84a218ee6665209bb70e84525dd837645a1965');
assert.strictEqual(of('md5', '', ''), '74e6f7298a9c2d168935f58c001bad88');
assert.strictEqual(of('sha256', Buffer.alloc(200, 1), 'x'), of('sha256', crypto.createHash('sha256').update(Buffer.alloc(200, 1)).digest(), 'x'));
assert.strictEqual(of('sha3-512', new Uint16Array(4), 'x').length, 128);

const hmac = crypto.createHmac('sha1', 'k');
assert.strictEqual(hmac.digest('hex').length, 40);
assert.strictEqual(hmac.digest('hex'), '');
assert.strictEqual(hmac.digest().length, 0);
assert.throws(() => hmac.update('x'), errorLike({ code: 'ERR_CRYPTO_HASH_FINALIZED' }));
assert.throws(() => crypto.createHmac('no such', 'k'), errorLike({ code: 'ERR_CRYPTO_INVALID_DIGEST', message: 'Invalid digest: no such' }));
assert.throws(() => crypto.createHmac('sha1', null), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
