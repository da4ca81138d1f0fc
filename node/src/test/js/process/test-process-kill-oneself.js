'use strict';

// A signal that a program sends itself is there before the next turn of the loop.

const { mustCall } = require('../common');

let open = true;
process.once('SIGUSR2', mustCall(() => { open = false; }));
process.kill(process.pid, 'SIGUSR2');
setImmediate(mustCall(() => setImmediate(mustCall(() => require('assert').strictEqual(open, false)))));
