'use strict';

// What is written while corked, or while a write is under way, goes to _writev together.

const { mustCall } = require('../common');
const assert = require('assert');
const { Writable } = require('stream');

const batches = [];
const stream = new Writable({
  decodeStrings: false,
  writev(chunks, callback) {
    batches.push(chunks.map(({ chunk, encoding }) => `${chunk}:${encoding}`));
    callback();
  },
});
stream.cork();
stream.cork();
stream.write('a');
stream.write('b', 'latin1');
stream.uncork();
assert.strictEqual(stream.writableCorked, 1);
assert.deepStrictEqual(batches, []);
stream.uncork();
stream.write('c');
stream.end(mustCall(() => {
  assert.deepStrictEqual(batches, [['a:utf8', 'b:latin1'], ['c:utf8']]);
}));
