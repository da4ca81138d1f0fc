'use strict';

// What a stream compresses, in pieces of any size and in every format, its counterpart gives back; so do the functions for whole buffers.

const { mustCall, mustSucceed } = require('../common');
const assert = require('node:assert');
const { Readable, pipeline } = require('node:stream');
const zlib = require('node:zlib');

const pairs = [
  ['Gzip', 'Gunzip'], ['Gzip', 'Unzip'], ['Deflate', 'Inflate'], ['Deflate', 'Unzip'], ['DeflateRaw', 'InflateRaw'],
  ['BrotliCompress', 'BrotliDecompress'], ['ZstdCompress', 'ZstdDecompress'],
];
const functionOf = (Class) => Class[0].toLowerCase() + Class.slice(1);

// Text that compresses well, and noise that does not: both longer than what goes to a library at once.
let seed = 1;
const noise = Buffer.from({ length: 150_000 }, () => (seed = seed * 16807 % 2147483647) >>> 8);
const text = Buffer.from(Array.from({ length: 30_000 }, (_, i) => `line ${i}\n`).join(''));

function* cut(bytes, sizes) {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length];
    yield bytes.subarray(at, at += size);
  }
}

for (const [compress, decompress] of pairs) {
  for (const [bytes, sizes, chunkSize] of [[noise, [100_000], 16384], [text, [1, 70_000, 333], 16384], [text, [5000], 100_000], [noise, [4096], 1000]]) {
    const out = [];
    pipeline(
      Readable.from(cut(bytes, sizes), { objectMode: false }),
      new zlib[compress]({ chunkSize }),
      new zlib[decompress]({ chunkSize }).on('data', (piece) => out.push(piece)),
      mustSucceed(() => assert.ok(Buffer.concat(out).equals(bytes), `${compress}, ${decompress}`)),
    );
  }
  const packed = zlib[`${functionOf(compress)}Sync`](text);
  assert.ok(packed.length < text.length / 3);
  assert.ok(zlib[`${functionOf(decompress)}Sync`](packed).equals(text));
  zlib[functionOf(compress)](noise, mustSucceed((result) => {
    zlib[functionOf(decompress)](result, { chunkSize: 1 << 20 }, mustSucceed((bytes) => assert.ok(bytes.equals(noise))));
  }));
}

// One byte at a time.
const unzip = zlib.createUnzip();
let out = '';
unzip.on('data', (piece) => out += piece);
unzip.on('end', mustCall(() => assert.strictEqual(out, 'abc')));
for (const byte of zlib.gzipSync('abc')) unzip.write(Buffer.from([byte]));
unzip.end();
