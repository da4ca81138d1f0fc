'use strict';

// A timer that one due together with it clears does not run any more.

const { mustCall, mustNotCall } = require('../common');

setTimeout(mustCall(() => {
  clearTimeout(second);
  process.nextTick(() => clearTimeout(third));
}), 1);
const second = setTimeout(mustNotCall(), 1);
const third = setTimeout(mustNotCall(), 1);
setTimeout(mustCall(), 1);

setImmediate(mustCall(() => clearImmediate(other)));
const other = setImmediate(mustNotCall());
setImmediate(mustCall());
