'use strict';

// pipe() pauses its source while a destination is full, feeds several, and lets go of those that end.

const { mustCall } = require('../common');
const assert = require('assert');
const { PassThrough, Readable, Writable } = require('stream');

let made = 0;
const source = new Readable({
  highWaterMark: 10,
  read() { this.push(made < 100 ? Buffer.alloc(10, made++) : null); },
});
let most = 0;
function collector() {
  let bytes = 0;
  return new Writable({
    highWaterMark: 10,
    write(chunk, encoding, callback) {
      bytes += chunk.length;
      most = Math.max(most, made * 10 - bytes);
      setImmediate(callback);
    },
    final(callback) {
      assert.strictEqual(bytes, 1000);
      callback();
    },
  });
}
for (let i = 0; i < 2; i++) source.pipe(collector()).on('finish', mustCall());
process.on('exit', () => assert.ok(most <= 60, `${most} bytes were under way`));

const from = new PassThrough();
const to = new PassThrough();
to.on('pipe', mustCall((readable) => assert.strictEqual(readable, from)));
to.on('unpipe', mustCall((readable) => assert.strictEqual(readable, from)));
from.pipe(to);
from.unpipe(to);
from.end('not piped');
to.on('data', () => assert.fail('unpiped'));
