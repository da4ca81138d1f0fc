'use strict';

// A memory grows as far as it says and no further; its bytes are seen by typed arrays, Buffers and everything that takes bytes.

const { mustSucceed } = require('../common');
const assert = require('assert');
const { createHash } = require('crypto');
const fs = require('fs');
const zlib = require('zlib');
const { env, whole } = require('./modules');

const PAGE = 65536;
const { memory, grow } = new WebAssembly.Instance(new WebAssembly.Module(whole), { env }).exports;
assert.strictEqual(memory.buffer, memory.buffer);
assert.strictEqual(memory.buffer.byteLength, PAGE);
assert.strictEqual(Buffer.from(memory.buffer, 16, 21).toString(), 'written by the module');

// Growing gives a new buffer and takes the old one away, whoever does it.
const before = memory.buffer;
const bytes = new Uint8Array(before);
assert.strictEqual(memory.grow(1), 1);
assert.deepStrictEqual([before.byteLength, bytes.length, memory.buffer.byteLength], [0, 0, 2 * PAGE]);
const second = memory.buffer;
assert.strictEqual(grow(1), 2);
assert.deepStrictEqual([second.byteLength, memory.buffer.byteLength], [0, 3 * PAGE]);
assert.strictEqual(grow(1), -1);
assert.throws(() => memory.grow(1), RangeError);
assert.strictEqual(Buffer.from(memory.buffer, 16, 7).toString(), 'written');

assert.throws(() => new WebAssembly.Memory(), TypeError);
assert.throws(() => new WebAssembly.Memory({}), TypeError);
assert.throws(() => new WebAssembly.Memory({ initial: 2, maximum: 1 }), RangeError);
assert.throws(() => new WebAssembly.Memory({ initial: 70_000 }), RangeError);
assert.throws(() => new WebAssembly.Memory({ initial: 1, shared: true }), TypeError);

const shared = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
assert.ok(shared.buffer instanceof SharedArrayBuffer);
assert.ok(Object.isFrozen(shared.buffer));
Atomics.store(new Int32Array(shared.buffer), 1, 7);
const small = shared.buffer;
shared.grow(1);
assert.deepStrictEqual([small.byteLength, shared.buffer.byteLength, new Int32Array(shared.buffer)[1]], [PAGE, 2 * PAGE, 7]);

// Node's own functions read it and write into it.
const view = new Uint8Array(memory.buffer);
const text = Buffer.from(memory.buffer, 1000, 40);
text.fill(0).write('héllo');
text.writeDoubleLE(1.5, 16);
assert.deepStrictEqual([text.toString('utf8', 0, 6), text.readDoubleLE(16), text.indexOf('llo'), view[1000]], ['héllo', 1.5, 3, 0x68]);
assert.strictEqual(new TextDecoder().decode(view.subarray(1000, 1006)), 'héllo');
assert.deepStrictEqual(new TextEncoder().encodeInto('abc€', view.subarray(1100)), { read: 4, written: 6 });
assert.strictEqual(createHash('sha1').update(view.subarray(1000, 1006)).digest('hex'), createHash('sha1').update('héllo').digest('hex'));
assert.strictEqual(zlib.inflateSync(zlib.deflateSync(view.subarray(1000, 1006))).toString(), 'héllo');
assert.ok(Buffer.from(view.subarray(1000, 1006)).equals(text.subarray(0, 6)));

const own = fs.readFileSync(__filename);
const fd = fs.openSync(__filename);
assert.strictEqual(fs.readSync(fd, view, 2000, 20, 0), 20);
assert.deepStrictEqual(Buffer.from(memory.buffer, 2000, 20), own.subarray(0, 20));
fs.read(fd, view, 3000, 10, 0, mustSucceed((count) => {
  assert.deepStrictEqual(Buffer.from(memory.buffer, 3000, count), own.subarray(0, 10));
  fs.closeSync(fd);
}));
