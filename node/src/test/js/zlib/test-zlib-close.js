'use strict';

// A stream may be closed at any time: while a write is under way, within its own events, and again.

const { mustCall, mustNotCall } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

const noise = Buffer.from({ length: 1 << 20 }, (_, i) => Math.imul(i, 2654435761) >>> 24);

for (const create of ['createGzip', 'createBrotliCompress', 'createZstdCompress']) {
  const busy = zlib[create]();
  busy.on('error', mustNotCall());
  busy.on('end', mustNotCall());
  busy.on('close', mustCall(() => busy.close(mustCall())));
  busy.write(noise, mustCall());
  busy.close(mustCall());
  assert.strictEqual(busy._handle, null);
  assert.ok(busy._closed && busy.destroyed);

  const inData = zlib[create]();
  inData.once('data', mustCall(() => inData.close()));
  inData.on('close', mustCall());
  inData.end(noise);

  zlib[create]();   // never used, never closed
}

const closed = zlib.createGzip();
closed.close();
assert.throws(() => closed.reset(), { code: 'ERR_INTERNAL_ASSERTION' });
closed.write('x', mustCall((error) => assert.strictEqual(error.code, 'ERR_STREAM_DESTROYED')));
