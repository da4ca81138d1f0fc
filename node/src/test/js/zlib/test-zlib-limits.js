'use strict';

// maxOutputLength bounds what a small input may become; a stream makes no more than its reader takes.

const { mustCall } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

const bomb = zlib.gzipSync(Buffer.alloc(8 << 20));
const tooLarge = { code: 'ERR_BUFFER_TOO_LARGE', name: 'RangeError', message: 'Cannot create a Buffer larger than 100000 bytes' };
assert.throws(() => zlib.gunzipSync(bomb, { maxOutputLength: 100_000 }), tooLarge);
zlib.gunzip(bomb, { maxOutputLength: 100_000 }, mustCall((error, result) => {
  assert.strictEqual(error.code, tooLarge.code);
  assert.strictEqual(result, undefined);
}));
assert.strictEqual(zlib.gunzipSync(bomb, { maxOutputLength: 8 << 20 }).length, 8 << 20);

const stream = zlib.createGunzip();
stream.end(bomb);
let rounds = 0;
(function look() {
  assert.ok(stream.readableLength <= stream.readableHighWaterMark + 16384, `${stream.readableLength} bytes wait`);
  if (++rounds < 200) return setImmediate(look);
  assert.ok(stream.readableLength > 0);
  let length = 0;
  stream.on('data', (piece) => length += piece.length);
  stream.on('end', mustCall(() => assert.strictEqual(length, 8 << 20)));
})();
