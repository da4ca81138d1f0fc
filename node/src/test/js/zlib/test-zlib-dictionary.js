'use strict';

// A dictionary shortens what resembles it, and the other side needs the same one; an ArrayBuffer will do as well.

const { mustSucceed } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

const dictionary = Buffer.from('the quick brown fox jumps over the lazy dog, again and again and again');
const text = 'the quick brown fox jumps over the lazy dog, again';

for (const [pack, unpack] of [['deflate', 'inflate'], ['deflate', 'unzip'], ['deflateRaw', 'inflateRaw'], ['zstdCompress', 'zstdDecompress']]) {
  const packed = zlib[`${pack}Sync`](text, { dictionary });
  assert.ok(packed.length < zlib[`${pack}Sync`](text).length);
  zlib[unpack](packed, { dictionary }, mustSucceed((result) => assert.strictEqual(String(result), text)));
}
const copy = new Uint8Array(dictionary).buffer;
assert.deepStrictEqual(zlib.deflateSync(text, { dictionary: copy }), zlib.deflateSync(text, { dictionary }));

