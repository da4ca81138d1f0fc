'use strict';

// Leaving a loop destroys the stream, unless the iterator was told not to; errors are thrown into the loop.

const { mustCall } = require('../common');
const assert = require('assert');
const { PassThrough, Readable } = require('stream');

(async () => {
  const left = Readable.from([1, 2, 3]);
  for await (const n of left) if (n === 2) break;
  assert.strictEqual(left.destroyed, true);

  const kept = Readable.from([1, 2, 3]);
  for await (const n of kept.iterator({ destroyOnReturn: false })) if (n === 1) break;
  assert.strictEqual(kept.destroyed, false);
  assert.deepStrictEqual(await kept.toArray(), [2, 3]);

  const failing = new PassThrough();
  failing.write('x');
  const chunks = [];
  await assert.rejects(async () => {
    for await (const chunk of failing) {
      chunks.push(String(chunk));
      failing.destroy(new Error('half way'));
    }
  }, { message: 'half way' });
  assert.deepStrictEqual(chunks, ['x']);

  const closed = new PassThrough();
  closed.write('x');
  await assert.rejects(async () => {
    // eslint-disable-next-line no-unused-vars
    for await (const chunk of closed) closed.destroy();
  }, { code: 'ERR_STREAM_PREMATURE_CLOSE' });
})().then(mustCall());
