'use strict';

// Arguments after the delay reach the callback, whose receiver is the timer.

const { mustCall } = require('../common');
const assert = require('assert');

const timeout = setTimeout(mustCall(function(...args) {
  assert.deepStrictEqual(args, [1, 'two', null, 4]);
  assert.strictEqual(this, timeout);
}), 1, 1, 'two', null, 4);

setImmediate(mustCall((...args) => assert.deepStrictEqual(args, ['a', undefined])), 'a', undefined);

let calls = 0;
const interval = setInterval(mustCall((value) => {
  assert.strictEqual(value, 'again');
  if (++calls === 3) clearInterval(interval);
}, 3), 1, 'again');
