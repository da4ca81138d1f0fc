'use strict';
// Callbacks come in the poll phase, in the order in which the work ends, each with its own nextTick queue after it.
const assert = require('assert');
const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');
const { mustCall } = require('../common');

const order = [];
const storage = new AsyncLocalStorage();
storage.run('kept', () => {
  fs.stat(__filename, mustCall(() => {
    assert.strictEqual(storage.getStore(), 'kept');
    order.push('stat');
    process.nextTick(() => order.push('tick'));
    Promise.resolve().then(() => order.push('microtask'));
    setImmediate(() => order.push('immediate'));
    setTimeout(() => order.push('timer'), 0);
  }));
});
order.push('main');
process.on('exit', () => {
  assert.deepStrictEqual(order.slice(0, 5), ['main', 'stat', 'tick', 'microtask', 'immediate']);
});
