'use strict';

const common = require('../common');
const assert = require('assert');

function count(type) {
  return process.getActiveResourcesInfo().filter((each) => each === type).length;
}

assert.strictEqual(count('Timeout'), 0);
assert.strictEqual(count('Immediate'), 0);

// Each timer that keeps the loop alive is a resource.
const timers = [setTimeout(common.mustNotCall(), 1e6), setTimeout(common.mustNotCall(), 1e6), setInterval(common.mustNotCall(), 1e5)];
assert.strictEqual(count('Timeout'), 3);
timers[0].unref();
assert.strictEqual(count('Timeout'), 2);
for (const timer of timers) clearTimeout(timer);
assert.strictEqual(count('Timeout'), 0);

const first = setImmediate(common.mustNotCall());
setImmediate(common.mustCall(() => assert.strictEqual(count('Immediate'), 0)));
assert.strictEqual(count('Immediate'), 2);
clearImmediate(first);
assert.strictEqual(count('Immediate'), 1);

setTimeout(common.mustCall(() => assert.strictEqual(count('Timeout'), 1)), 1);
