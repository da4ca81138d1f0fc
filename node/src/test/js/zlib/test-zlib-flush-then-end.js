'use strict';
// A flush that waits behind the last chunk when end() is called does no harm, whatever its kind.
const { mustCall } = require('../common');
const assert = require('assert');
const zlib = require('zlib');

const { Z_BLOCK, Z_FINISH, Z_FULL_FLUSH, Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH } = zlib.constants;

function check(compress, unzip, kind) {
  const chunks = [];
  compress.on('data', (chunk) => chunks.push(chunk));
  compress.on('end', mustCall(() => assert.strictEqual(unzip(Buffer.concat(chunks)).toString(), 'abcdef')));
  for (const text of ['abc', 'def']) {
    compress.write(text, mustCall());
    compress.flush(kind, mustCall());
  }
  compress.end(mustCall());
}

for (const kind of [Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_BLOCK]) {
  check(zlib.createGzip(), zlib.gunzipSync, kind);
  check(zlib.createDeflateRaw(), zlib.inflateRawSync, kind);
}
check(zlib.createBrotliCompress(), zlib.brotliDecompressSync, zlib.constants.BROTLI_OPERATION_FLUSH);

// Where the first write finishes, the chunks behind it are refused.
const finished = zlib.createGzip();
finished.on('error', mustCall(({ code }) => assert.strictEqual(code, 'Z_STREAM_ERROR')));
finished.write('abc');
finished.flush(Z_FINISH);
finished.write('def');
finished.resume();
