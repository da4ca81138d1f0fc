'use strict';

// The module's names, constants and classes look as Node's do; the older classes can be called without `new`.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { Transform } = require('node:stream');
const { inherits } = require('node:util');
const zlib = require('node:zlib');

const classes = ['Deflate', 'Inflate', 'Gzip', 'Gunzip', 'DeflateRaw', 'InflateRaw', 'Unzip', 'BrotliCompress', 'BrotliDecompress', 'ZstdCompress', 'ZstdDecompress'];
assert.deepStrictEqual(Object.keys(zlib).slice(0, 12), ['crc32', ...classes]);
assert.deepStrictEqual(Object.keys(zlib).slice(-2), ['constants', 'codes']);
for (const name of classes) {
  assert.strictEqual(zlib[name].name, name);
  assert.strictEqual(zlib[name].length, 1);
  assert.ok(zlib[`create${name}`]() instanceof zlib[name]);
  assert.ok(new zlib[name]() instanceof Transform);
}

process.on('warning', mustCall((warning) => assert.strictEqual(warning.code, 'DEP0184')));
assert.ok(zlib.Gzip() instanceof zlib.Gzip);
assert.ok(zlib.BrotliCompress() instanceof zlib.BrotliCompress);
assert.throws(() => zlib.ZstdCompress(), TypeError);

function Mine(options) {
  zlib.DeflateRaw.call(this, options);
}
inherits(Mine, zlib.DeflateRaw);
const mine = new Mine();
mine.on('data', mustCall((piece) => assert.strictEqual(String(zlib.inflateRawSync(piece)), 'mine')));
mine.end('mine');

assert.strictEqual(zlib.codes.Z_DATA_ERROR, -3);
assert.strictEqual(zlib.codes[-3], 'Z_DATA_ERROR');
assert.strictEqual(zlib.Z_BEST_COMPRESSION, 9);
assert.ok(!Object.keys(zlib).includes('Z_BEST_COMPRESSION'));
assert.throws(() => { zlib.constants.Z_OK = 1; }, TypeError);
assert.strictEqual(Object.getPrototypeOf(zlib.constants), null);
