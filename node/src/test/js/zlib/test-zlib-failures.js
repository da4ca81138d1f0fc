'use strict';

// What cannot be decompressed fails with the library's own code and number, at once or with an 'error' event, and the stream is closed.

const { mustCall, mustNotCall } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

const dictionary = Buffer.from('some dictionary');
const withDictionary = zlib.deflateSync('some text', { dictionary });
const cases = [
  ['Inflate', Buffer.from('nonsense'), {}, 'Z_DATA_ERROR', -3, 'incorrect header check'],
  ['Gunzip', zlib.gzipSync('abc').subarray(0, 12), {}, 'Z_BUF_ERROR', -5, 'unexpected end of file'],
  ['Inflate', withDictionary, {}, 'Z_NEED_DICT', 2, 'Missing dictionary'],
  ['Inflate', withDictionary, { dictionary: Buffer.from('another') }, 'Z_NEED_DICT', 2, 'Bad dictionary'],
  ['BrotliDecompress', Buffer.from('zzzzz'), {}, 'ERR__ERROR_FORMAT_RESERVED', -2, 'Decompression failed'],
  ['BrotliDecompress', zlib.brotliCompressSync('abcdef').subarray(0, 4), {}, 'Z_BUF_ERROR', -5, 'unexpected end of file'],
  ['ZstdDecompress', Buffer.from('zzzzz'), {}, 'ZSTD_error_prefix_unknown', 10, 'Unknown frame descriptor'],
];

for (const [Class, input, options, code, errno, message] of cases) {
  const expected = { name: 'Error', code, errno, message };
  const sync = `${Class[0].toLowerCase()}${Class.slice(1)}Sync`;
  assert.throws(() => zlib[sync](input, options), expected);

  const stream = new zlib[Class](options);
  stream.on('error', mustCall((error) => {
    assert.deepStrictEqual({ name: error.name, code: error.code, errno: error.errno, message: error.message }, expected);
    assert.strictEqual(stream._handle, null);
    assert.ok(stream.destroyed);
  }));
  stream.on('close', mustCall());
  stream.on('end', mustNotCall());
  stream.resume();
  stream.end(input);
}
