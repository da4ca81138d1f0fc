'use strict';

// destroy() runs _destroy, then emits 'error' and 'close', and the state tells.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { Duplex, Readable, Writable } = require('stream');

const failure = new Error('gone');
const order = [];
const stream = new Duplex({
  read() {},
  write() {},
  destroy(error, callback) {
    order.push('_destroy');
    setImmediate(callback, error);
  },
});
stream.write('first', mustNotCall());
stream.on('error', (error) => order.push(error.message));
stream.on('close', mustCall(() => {
  order.push('close');
  assert.deepStrictEqual(order, ['_destroy', 'gone', 'close']);
  assert.strictEqual(stream.closed, true);
}));
stream.destroy(failure);
assert.strictEqual(stream.destroyed, true);
assert.strictEqual(stream.errored, failure);
assert.strictEqual(stream.closed, false);
assert.strictEqual(stream.readable, false);
assert.strictEqual(stream.writable, false);
stream.destroy(new Error('ignored'));

// Without autoDestroy an error leaves the stream as it is.
const kept = new Writable({ autoDestroy: false, write(chunk, encoding, callback) { callback(failure); } });
kept.on('error', mustCall(() => assert.strictEqual(kept.destroyed, false)));
kept.on('close', mustNotCall());
kept.write('x', () => {});

const silent = new Readable({ emitClose: false, read() {} });
silent.on('close', mustNotCall());
silent.destroy();
