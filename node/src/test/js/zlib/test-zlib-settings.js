'use strict';

// Level, strategy, window, memory and the parameters of brotli and zstd do what they are for; params() changes them in mid-stream.

const { mustCall } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');
const { constants } = zlib;

const text = Buffer.from(Array.from({ length: 4000 }, (_, i) => `entry ${i * 7919 % 4001}, `).join(''));

const sizes = (name, options) => options.map((o) => zlib[name](text, o).length);
const [none, fast, best] = sizes('gzipSync', [{ level: 0 }, { level: 1 }, { level: 9 }]);
assert.ok(none > text.length && best <= fast && fast < none);
const [huffman, fixed] = sizes('deflateRawSync', [{ strategy: constants.Z_HUFFMAN_ONLY }, { strategy: constants.Z_FIXED }]);
assert.ok(huffman > best && fixed > best);
for (const options of [{ windowBits: 9 }, { memLevel: 1 }, { strategy: constants.Z_RLE }, { level: 9, memLevel: 9, windowBits: 15 }]) {
  assert.ok(zlib.inflateSync(zlib.deflateSync(text, options)).equals(text));
}

const quality = (n) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: n } });
const [poor, good] = sizes('brotliCompressSync', [quality(0), quality(11)]);
assert.ok(good < poor);
const large = { params: { [constants.BROTLI_PARAM_LARGE_WINDOW]: true, [constants.BROTLI_PARAM_LGWIN]: 26, [constants.BROTLI_PARAM_QUALITY]: 5 } };
const inLargeWindow = zlib.brotliCompressSync(text, large);
assert.throws(() => zlib.brotliDecompressSync(inLargeWindow), { message: 'Decompression failed' });
assert.ok(zlib.brotliDecompressSync(inLargeWindow, { params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: true } }).equals(text));

const checked = zlib.zstdCompressSync(text, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
checked[checked.length - 1] ^= 1;
assert.throws(() => zlib.zstdDecompressSync(checked), { code: 'ZSTD_error_checksum_wrong' });

// What is written after params() is written with the new settings.
const stream = zlib.createDeflate({ level: 9 });
const out = [];
stream.on('data', (piece) => out.push(piece));
stream.write(text);
stream.params(0, constants.Z_DEFAULT_STRATEGY, mustCall(() => {
  assert.strictEqual(stream._level, 0);
  stream.end(text);
}));
stream.on('end', mustCall(() => {
  const packed = Buffer.concat(out);
  assert.ok(packed.length > text.length && packed.length < 2 * text.length);
  assert.ok(zlib.inflateSync(packed).equals(Buffer.concat([text, text])));
}));
