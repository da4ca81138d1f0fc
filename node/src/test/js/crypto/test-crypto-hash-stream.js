'use strict';

// Hash and Hmac are streams: what is written is taken in, and the value can be read at the end.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { Readable, Transform } = require('node:stream');
const { mustCall } = require('../common');

const hash = crypto.createHash('sha1');
assert.ok(hash instanceof Transform);
hash.on('readable', mustCall(() => {
  const value = hash.read();
  if (value !== null) assert.strictEqual(value.toString('hex'), 'da23614e02469a0d7c7bd1bdab5c9c474b1904dc');
}, 2));
hash.write('a');
hash.end('b');

const hmac = crypto.createHmac('sha1', 'k');
hmac.setEncoding('hex');
Readable.from(['b']).pipe(hmac).on('data', mustCall((text) => {
  assert.strictEqual(text, '21f3ecf8ae69313b04b7f28478e174d764970e8f');
}));
