'use strict';

// reset() begins anew with the same settings; bytesWritten counts what a library has taken.

const { mustCall } = require('../common');
const assert = require('node:assert');
const zlib = require('node:zlib');

const packer = zlib.createDeflate();
packer.reset();   // before the first write
const out = [];
packer.on('data', (piece) => out.push(piece));
packer.write('forgotten');
packer.flush(mustCall(() => {
  out.length = 0;
  packer.reset();
  packer.end('remembered');
}));
packer.on('end', mustCall(() => {
  assert.strictEqual(String(zlib.inflateSync(Buffer.concat(out))), 'remembered');
  assert.strictEqual(packer.bytesWritten, 'forgotten'.length + 'remembered'.length);
}));

const { buffer, engine } = zlib.gzipSync('abc', { info: true });
assert.ok(engine instanceof zlib.Gzip);
assert.strictEqual(engine.bytesWritten, 3);
assert.strictEqual(String(zlib.gunzipSync(buffer)), 'abc');

const unpacker = zlib.createInflate();
unpacker.resume();
const packed = zlib.deflateSync('abc');
unpacker.end(Buffer.concat([packed, Buffer.from('tail')]));
unpacker.on('close', mustCall(() => assert.strictEqual(unpacker.bytesWritten, packed.length)));
