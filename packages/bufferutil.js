'use strict';

// bufferutil and utf-8-validate, native addons: bytes of Buffers of every kind are read and written where they are.

const assert = require('node:assert');
const bufferUtil = require('bufferutil');
const isValidUTF8 = require('utf-8-validate');

const mask = Buffer.from([0x12, 0x34, 0x56, 0x78]);
const masked = (bytes, from = 0) => Buffer.from(bytes.map((byte, i) => byte ^ mask[(i + from) % 4]));

// On memory of its own, in the middle of a shared block, outside the heap, and shared
const sources = [
  Buffer.alloc(100_003, 'text'), Buffer.from('a short text'), Buffer.from(new SharedArrayBuffer(64)).fill('shared'),
  new Uint8Array(Buffer.alloc(300, 'part').buffer, 7, 129),
];
for (const source of sources) {
  const expected = masked([...source]);
  const output = Buffer.alloc(source.length + 20, '-');
  bufferUtil.mask(source, mask, output, 10, source.length);
  assert.ok(output.subarray(10, -10).equals(expected));
  assert.strictEqual(`${output.subarray(0, 10)}${output.subarray(-10)}`, '-'.repeat(20));
  const before = Buffer.from(source);
  bufferUtil.unmask(source, mask);
  assert.ok(expected.equals(source));
  bufferUtil.unmask(source, mask);
  assert.ok(before.equals(source));
}

assert.strictEqual(isValidUTF8(Buffer.from('größer als ein Byte: € 𝄞')), true);
assert.strictEqual(isValidUTF8(Buffer.from([0x61, 0xC3])), false);
assert.strictEqual(isValidUTF8(Buffer.alloc(0)), true);
