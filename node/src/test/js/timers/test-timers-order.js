'use strict';

// Timers due together fire in the order of their start; nextTick and microtasks run between two of them.

const { mustCall } = require('../common');
const assert = require('assert');

const order = [];
setTimeout(() => {
  order.push('first');
  process.nextTick(() => order.push('tick'));
  Promise.resolve().then(() => order.push('microtask'));
}, 1);
setTimeout(() => order.push('second'), 1);
setTimeout(() => order.push('longer'), 20);
setTimeout(mustCall(() => {
  assert.deepStrictEqual(order, ['first', 'tick', 'microtask', 'second', 'longer']);
}), 40);
