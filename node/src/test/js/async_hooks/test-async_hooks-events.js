'use strict';

// What hooks hear of timers, immediates, ticks, microtasks and promises, in order.

const { mustCall } = require('../common');
const assert = require('assert');
const { createHook, executionAsyncId } = require('async_hooks');

const wanted = new Set(['Timeout', 'Immediate', 'TickObject', 'Microtask', 'PROMISE']);
const types = new Map();
const heard = {};
const hook = createHook({
  init(id, type) {
    if (!wanted.has(type) || [...types.values()].includes(type)) return;
    types.set(id, type);
    heard[type] = ['init'];
  },
  before(id) { heard[types.get(id)]?.push('before', executionAsyncId() === id); },
  after(id) { heard[types.get(id)]?.push('after'); },
  destroy(id) { heard[types.get(id)]?.push('destroy'); },
  promiseResolve(id) { heard[types.get(id)]?.push('resolve'); },
});

hook.enable();
setTimeout(() => {}, 1);
setImmediate(() => {});
process.nextTick(() => {});
queueMicrotask(() => {});
new Promise((resolve) => resolve());
// The second check phase after the timers: whatever ran before has been destroyed.
setTimeout(() => setImmediate(() => setImmediate(check)), 5);

const check = mustCall(() => {
  hook.disable();
  for (const type of ['Timeout', 'Immediate', 'TickObject', 'Microtask']) {
    assert.deepStrictEqual(heard[type], ['init', 'before', true, 'after', 'destroy'], type);
  }
  assert.deepStrictEqual(heard.PROMISE, ['init', 'resolve']);
});
