'use strict';

// Readable.from reads an iterable only as far as it must, and tells it when no more is wanted.

const { mustCall } = require('../common');
const assert = require('assert');
const { Readable } = require('stream');

let made = 0;
let returned = 0;
async function* endless() {
  try {
    for (;;) yield made++;
  } finally {
    returned++;
  }
}

(async () => {
  const stream = Readable.from(endless());
  for await (const n of stream) if (n === 3) break;
  assert.ok(made < 10);
  await new Promise((resolve) => {
    if (stream.closed) resolve();
    else stream.on('close', resolve);
  });
  assert.strictEqual(returned, 1);

  assert.deepStrictEqual(await Readable.from([Promise.resolve('a'), 'b']).toArray(), ['a', 'b']);
  assert.deepStrictEqual(await Readable.from('whole').toArray(), ['whole']);
  await assert.rejects(Readable.from([1, null]).toArray(), { code: 'ERR_STREAM_NULL_VALUES' });
  assert.throws(() => Readable.from(1), { code: 'ERR_INVALID_ARG_TYPE' });
})().then(mustCall());
