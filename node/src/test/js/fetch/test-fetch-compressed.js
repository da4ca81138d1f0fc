'use strict';

// Compressed answers are read as what they were before; a broken one fails.

const { mustCall } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');
const { serve } = require('./serve');

const TEXT = 'coffee, '.repeat(5000);
const CODINGS = {
  'gzip': zlib.gzipSync(TEXT),
  'x-gzip': zlib.gzipSync(TEXT),
  'deflate': zlib.deflateSync(TEXT),
  'br': zlib.brotliCompressSync(TEXT),
  'deflate, gzip': zlib.gzipSync(zlib.deflateSync(TEXT)),
};

serve((request, response) => {
  const coding = decodeURIComponent(request.url.slice(1));
  response.setHeader('Content-Encoding', coding === 'broken' ? 'gzip' : coding);
  response.end(coding === 'broken' ? CODINGS.gzip.fill(0xff, 10) : CODINGS[coding]);
}, async (address) => {
  for (const coding of Object.keys(CODINGS)) {
    const response = await fetch(`${address}/${encodeURIComponent(coding)}`);
    assert.strictEqual(await response.text(), TEXT);
    assert.strictEqual(response.headers.get('content-encoding'), coding);
  }
  const broken = await fetch(`${address}/broken`);
  await assert.rejects(broken.text(), (error) => error.message === 'terminated' && error.cause.code === 'Z_DATA_ERROR');
  const head = await fetch(`${address}/gzip`, { method: 'HEAD' });
  assert.strictEqual(await head.text(), '');
}).then(mustCall());
