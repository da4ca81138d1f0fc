'use strict';

// Gunzip reads one member after the other, skips zeros after the last and refuses anything else; the other formats end where they end.

const { mustCall, mustNotCall } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

const two = Buffer.concat([zlib.gzipSync('abc'), zlib.gzipSync('def')]);
assert.strictEqual(String(zlib.gunzipSync(two)), 'abcdef');
assert.strictEqual(String(zlib.unzipSync(two)), 'abcdef');
assert.strictEqual(String(zlib.gunzipSync(Buffer.concat([two, Buffer.alloc(10)]))), 'abcdef');
assert.throws(() => zlib.gunzipSync(Buffer.concat([two, Buffer.alloc(10, 1)])), { code: 'Z_DATA_ERROR' });

// The border between two members may be anywhere between two chunks.
for (let cut = 1; cut < two.length; cut++) {
  const stream = zlib.createGunzip();
  let out = '';
  stream.on('data', (piece) => out += piece);
  stream.on('end', mustCall(() => assert.strictEqual(out, 'abcdef')));
  stream.write(two.subarray(0, cut));
  stream.end(two.subarray(cut));
}

for (const [pack, unpack, Class] of [['deflateSync', 'inflateSync', 'Inflate'], ['brotliCompressSync', 'brotliDecompressSync', 'BrotliDecompress'],
  ['zstdCompressSync', 'zstdDecompressSync', 'ZstdDecompress']]) {
  const withTail = Buffer.concat([zlib[pack]('abc'), Buffer.from('tail')]);
  assert.strictEqual(String(zlib[unpack](withTail)), 'abc');
  const lenient = new zlib[Class]();
  lenient.on('data', (piece) => assert.strictEqual(String(piece), 'abc'));
  lenient.on('end', mustCall());
  lenient.write(withTail);
  const strict = new zlib[Class]({ rejectGarbageAfterEnd: true });
  strict.resume();
  strict.on('end', mustNotCall());
  strict.on('error', mustCall((error) => assert.strictEqual(error.code, 'ERR_TRAILING_JUNK_AFTER_STREAM_END')));
  strict.end(withTail);
}
