'use strict';

// What streams and those functions say that ask after them.

const { mustCall } = require('../common');
const assert = require('assert');
const stream = require('stream');
const { Duplex, PassThrough, Readable, Writable } = stream;

assert.ok(new Duplex() instanceof Writable);
assert.ok(new Duplex() instanceof Readable);
assert.ok(!(new Readable() instanceof Writable));
assert.strictEqual(stream, stream.Stream);
assert.strictEqual(stream.promises, require('stream/promises'));
assert.strictEqual(require('_stream_readable'), Readable);

const readable = Readable.from(['x']);
assert.strictEqual(stream.isReadable(readable), true);
assert.strictEqual(stream.isDisturbed(readable), false);
readable.once('data', mustCall(() => assert.strictEqual(stream.isDisturbed(readable), true)));
readable.on('end', mustCall(() => {
  assert.strictEqual(stream.isReadable(readable), false);
  assert.strictEqual(readable.readableEnded, true);
  assert.strictEqual(readable.readableAborted, false);
}));

const failed = new PassThrough();
failed.on('error', mustCall(() => {
  assert.strictEqual(stream.isErrored(failed), true);
  assert.strictEqual(stream.isDestroyed(failed), true);
  assert.strictEqual(failed.readableAborted, true);
}));
failed.destroy(new Error('x'));

const names = new PassThrough();
names.on('other', () => {});
names.on('readable', () => {});
names.on('error', () => {});
assert.deepStrictEqual(names.eventNames(), ['error', 'prefinish', 'readable', 'other']);
