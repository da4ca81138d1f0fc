'use strict';

// timers/promises: values, options, abortion, the interval's iterator, the scheduler.

const { errorLike, mustCall } = require('../common');
const assert = require('assert');
const timers = require('timers/promises');
const { promisify } = require('util');

assert.strictEqual(require('timers').promises, timers);
assert.strictEqual(promisify(setTimeout), timers.setTimeout);
assert.strictEqual(promisify(setImmediate), timers.setImmediate);

(async () => {
  assert.strictEqual(await timers.setTimeout(1, 'value'), 'value');
  assert.strictEqual(await timers.setImmediate('value'), 'value');
  assert.strictEqual(await timers.scheduler.wait(1), undefined);
  assert.strictEqual(await timers.scheduler.yield(), undefined);

  const reason = new Error('enough');
  for (const start of [timers.setTimeout.bind(null, 1e6, 1), timers.setImmediate.bind(null, 1)]) {
    await assert.rejects(start({ signal: AbortSignal.abort(reason) }), { name: 'AbortError', code: 'ABORT_ERR', cause: reason });
    const controller = new AbortController();
    const promise = start({ signal: controller.signal });
    controller.abort(reason);
    await assert.rejects(promise, { name: 'AbortError', cause: reason });
    await assert.rejects(start({ signal: 1 }), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
    await assert.rejects(start({ ref: 1 }), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
    await assert.rejects(start(null), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
  }
  await assert.rejects(timers.setTimeout('1'), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));

  let turns = 0;
  for await (const value of timers.setInterval(1, 'again')) {
    assert.strictEqual(value, 'again');
    if (++turns === 3) break;
  }
  const controller = new AbortController();
  await assert.rejects(async () => {
    for await (const _ of timers.setInterval(1, null, { signal: controller.signal })) controller.abort();
  }, { name: 'AbortError' });
})().then(mustCall());
