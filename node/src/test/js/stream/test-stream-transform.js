'use strict';

// A transform holds back its writer while nobody reads, and flushes before the end.

const { mustCall } = require('../common');
const assert = require('assert');
const { PassThrough, Transform } = require('stream');

const upper = new Transform({
  transform(chunk, encoding, callback) { callback(null, String(chunk).toUpperCase()); },
  flush(callback) { callback(null, '!'); },
});
upper.write('a');
upper.end('b');
let text = '';
upper.on('data', (chunk) => text += chunk);
upper.on('end', mustCall(() => assert.strictEqual(text, 'AB!')));

const slow = new PassThrough({ highWaterMark: 1, objectMode: true });
let acknowledged = 0;
for (let i = 0; i < 5; i++) slow.write(i, () => acknowledged++);
setImmediate(mustCall(() => {
  assert.strictEqual(acknowledged, 0);
  slow.resume();
  slow.end(mustCall(() => assert.strictEqual(acknowledged, 5)));
}));

const failing = new Transform({ transform(chunk, encoding, callback) { callback(new Error('bad chunk')); } });
failing.on('error', mustCall((error) => assert.strictEqual(error.message, 'bad chunk')));
failing.write('x');
