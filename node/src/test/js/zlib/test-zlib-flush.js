'use strict';

// flush() makes everything written so far readable, in its turn among the writes.

const { mustCall } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

for (const [compress, decompress] of [['createGzip', 'createGunzip'], ['createBrotliCompress', 'createBrotliDecompress'], ['createZstdCompress', 'createZstdDecompress']]) {
  const packer = zlib[compress]();
  const unpacker = zlib[decompress]();
  packer.pipe(unpacker);
  let seen = '';
  unpacker.on('data', (piece) => {
    seen += piece;
    if (seen === 'first') packer.end('second');
  });
  unpacker.on('end', mustCall(() => assert.strictEqual(seen, 'firstsecond')));
  packer.write('first');
  packer.flush(mustCall());
}

// A flush after the end is answered when the stream has ended.
const ended = zlib.createDeflate();
ended.resume();
ended.end('x', mustCall(() => ended.flush(mustCall())));
ended.flush(mustCall());

// The options' flush kind holds for every write.
const chatty = zlib.createDeflate({ flush: zlib.constants.Z_SYNC_FLUSH });
chatty.once('data', mustCall((piece) => {
  const { Z_SYNC_FLUSH } = zlib.constants;
  assert.strictEqual(String(zlib.inflateSync(piece, { finishFlush: Z_SYNC_FLUSH })), 'at once');
  chatty.resume().end();
}));
chatty.write('at once');
