'use strict';

// A lock has one holder or many that share it; the others wait in the order of asking, or are told at once that it is held.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { setImmediate: turn } = require('timers/promises');

const { locks } = navigator;
const order = [];
const hold = (label, options) => locks.request('order', options ?? {}, async (lock) => {
  order.push(`${label} has it ${lock.mode}`);
  await turn();
  order.push(`${label} gives it back`);
  return label;
});

async function waitsInOrder() {
  const labels = await Promise.all([hold('a'), hold('b', { mode: 'shared' }), hold('c', { mode: 'shared' }), hold('d')]);
  assert.deepStrictEqual(labels, ['a', 'b', 'c', 'd']);
  assert.deepStrictEqual(order, ['a has it exclusive', 'a gives it back', 'b has it shared', 'c has it shared', 'b gives it back',
    'c gives it back', 'd has it exclusive', 'd gives it back']);
}

async function tellsWhatIsHeld() {
  await locks.request('held', async () => {
    assert.strictEqual(await locks.request('held', { ifAvailable: true }, (lock) => lock), null);
    const waiting = locks.request('held', { mode: 'shared' }, () => 'later');
    const { held, pending } = await locks.query();
    assert.deepStrictEqual(held.filter(({ name }) => name === 'held').map(({ mode }) => mode), ['exclusive']);
    assert.deepStrictEqual(pending.map(({ name, mode }) => [name, mode]), [['held', 'shared']]);
    waiting.then(mustCall((value) => assert.strictEqual(value, 'later')));
  });
}

async function canBeAbortedAndStolen() {
  const controller = new AbortController();
  const reason = new Error('enough');
  let release;
  const first = locks.request('taken', () => new Promise((resolve) => { release = resolve; }));
  const waiting = locks.request('taken', { signal: controller.signal }, mustNotCall());
  controller.abort(reason);
  await assert.rejects(waiting, reason);
  const thief = locks.request('taken', { steal: true }, () => 'thief');
  await assert.rejects(first, { name: 'AbortError', message: 'The operation was aborted' });
  assert.strictEqual(await thief, 'thief');
  release();
}

async function refuses() {
  await assert.rejects(locks.request('-a', () => {}), { name: 'NotSupportedError' });
  await assert.rejects(locks.request('a', { steal: true, ifAvailable: true }, () => {}), { name: 'NotSupportedError' });
  await assert.rejects(locks.request('a', { mode: 'other' }, () => {}), TypeError);
  await assert.rejects(locks.request('a'), { code: 'ERR_INVALID_ARG_TYPE' });
  await assert.rejects(locks.request('a', () => { throw new RangeError('mine'); }), { name: 'RangeError', message: 'mine' });
}

// Threads know them as worker_threads' too.
assert.strictEqual(require('worker_threads').locks, locks);

waitsInOrder().then(tellsWhatIsHeld).then(canBeAbortedAndStolen).then(refuses).then(mustCall());
