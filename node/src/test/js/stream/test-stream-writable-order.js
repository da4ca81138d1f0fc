'use strict';

// Chunks are written one at a time and in order; 'drain' and 'finish' come when they should.

const { mustCall } = require('../common');
const assert = require('assert');
const { Writable } = require('stream');

const log = [];
let pending;
const stream = new Writable({
  highWaterMark: 3,
  write(chunk, encoding, callback) {
    assert.strictEqual(pending, undefined);
    log.push(String(chunk));
    pending = callback;
    setImmediate(() => {
      pending = undefined;
      callback();
    });
  },
  final(callback) {
    log.push('final');
    callback();
  },
});
assert.strictEqual(stream.write('a'), true);
assert.strictEqual(stream.write('bc'), false);
assert.strictEqual(stream.writableNeedDrain, true);
assert.strictEqual(stream.writableLength, 3);
stream.on('drain', mustCall(() => {
  log.push('drain');
  stream.end('d', mustCall(() => log.push('ended')));
}));
stream.on('prefinish', () => log.push('prefinish'));
stream.on('finish', () => log.push('finish'));
stream.on('close', mustCall(() => {
  assert.deepStrictEqual(log, ['a', 'bc', 'drain', 'd', 'final', 'prefinish', 'ended', 'finish']);
}));
