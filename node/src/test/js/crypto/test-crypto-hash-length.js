'use strict';

// crypto.hash takes a length where the algorithm has none of its own, and refuses another one than that where it has.

require('../common');
const assert = require('assert');
const { createHash, hash } = require('crypto');

for (const outputLength of [0, 5, 128]) {
  assert.strictEqual(hash('shake128', 'a', { outputLength }), createHash('shake128', { outputLength }).update('a').digest('hex'));
}
assert.strictEqual(hash('sha224', '', { outputLength: 28 }), hash('sha224', ''));
for (const outputLength of [0, 32]) {
  assert.throws(() => hash('sha224', '', { outputLength }), {
    name: 'Error', message: `Output length ${outputLength} is invalid for sha224, which does not support XOF`,
  });
}
