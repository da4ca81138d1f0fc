'use strict';

// A hash that was written as a stream gives its value once as data and once more to digest().
const assert = require('node:assert');
const { createHash } = require('node:crypto');
const { mustCall } = require('../common');

const value = createHash('sha256').update('coffee').digest('hex');
const hash = createHash('sha256');
hash.on('data', mustCall((data) => assert.strictEqual(data.toString('hex'), value)));
hash.on('end', mustCall(() => {
  assert.strictEqual(hash.digest('hex'), value);
  assert.throws(() => hash.digest(), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
}));
hash.end('coffee');
