'use strict';

// An immediate set by an immediate waits for the next turn, after timers that are due; one cleared in between does not run.

const { mustCall } = require('../common');
const assert = require('assert');

const order = [];
setImmediate(() => {
  order.push(1);
  setImmediate(mustCall(() => {
    order.push(3);
    assert.deepStrictEqual(order, [1, 'tick', 2, 3]);
  }));
  process.nextTick(() => order.push('tick'));
});
setImmediate(() => order.push(2));
