'use strict';

// An error in one callback loses none of the others, and an interval goes on.

const { mustCall } = require('../common');
const assert = require('assert');

process.on('uncaughtException', mustCall((error) => assert.match(error.message, /^thrown in/), 4));

setTimeout(mustCall(() => { throw new Error('thrown in timeout'); }), 1);
setTimeout(mustCall(), 1);
setImmediate(mustCall(() => { throw new Error('thrown in immediate'); }));
setImmediate(mustCall());

let calls = 0;
const interval = setInterval(mustCall(() => {
  if (++calls === 2) clearInterval(interval);
  throw new Error('thrown in interval');
}, 2), 1);
