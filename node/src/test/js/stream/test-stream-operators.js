'use strict';

// The operators give streams or promises, in order, with as many calls at once as they are allowed.

const { mustCall } = require('../common');
const assert = require('assert');
const { Readable } = require('stream');

const numbers = () => Readable.from([1, 2, 3, 4, 5]);

(async () => {
  assert.deepStrictEqual(await numbers().map((n) => n * 2).toArray(), [2, 4, 6, 8, 10]);
  assert.deepStrictEqual(await numbers().filter(async (n) => n % 2 === 1).toArray(), [1, 3, 5]);
  assert.deepStrictEqual(await numbers().flatMap((n) => [n, n]).take(3).toArray(), [1, 1, 2]);
  assert.deepStrictEqual(await numbers().drop(3).toArray(), [4, 5]);
  assert.strictEqual(await numbers().reduce((sum, n) => sum + n), 15);
  assert.strictEqual(await numbers().reduce((sum, n) => sum + n, 1), 16);
  assert.strictEqual(await numbers().some((n) => n > 4), true);
  assert.strictEqual(await numbers().every((n) => n > 4), false);
  assert.strictEqual(await numbers().find((n) => n > 2), 3);
  const seen = [];
  await numbers().forEach((n) => { seen.push(n); });
  assert.deepStrictEqual(seen, [1, 2, 3, 4, 5]);

  let running = 0;
  let most = 0;
  const slow = numbers().map(async (n) => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    return n;
  }, { concurrency: 2 });
  assert.deepStrictEqual(await slow.toArray(), [1, 2, 3, 4, 5]);
  assert.strictEqual(most, 2);

  await assert.rejects(Readable.from([]).reduce(() => {}), { code: 'ERR_MISSING_ARGS' });
  await assert.rejects(numbers().map(() => { throw new Error('mapped'); }).toArray(), { message: 'mapped' });
  await assert.rejects(numbers().toArray({ signal: AbortSignal.abort() }), { name: 'AbortError' });
  assert.throws(() => numbers().map(1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => numbers().take(-1), { code: 'ERR_OUT_OF_RANGE' });
})().then(mustCall());
