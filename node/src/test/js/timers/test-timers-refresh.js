'use strict';

// refresh() starts a timer anew: one that waits, and one that has fired.

const { mustCall } = require('../common');
const assert = require('assert');

const order = [];
const first = setTimeout(() => order.push('first'), 10);
setTimeout(() => order.push('second'), 10);
assert.strictEqual(first.refresh(), first);

let calls = 0;
const again = setTimeout(mustCall(() => {
  if (++calls < 3) again.refresh();
  else assert.deepStrictEqual(order, ['second', 'first']);
}, 3), 30);
