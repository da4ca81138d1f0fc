'use strict';

// A program's main thread knows that it is one.

require('../common');
const assert = require('assert');
const workers = require('worker_threads');

assert.strictEqual(workers.isMainThread, true);
assert.strictEqual(workers.threadId, 0);
assert.strictEqual(workers.parentPort, null);
workers.setEnvironmentData('k', 'v');
assert.strictEqual(workers.getEnvironmentData('k'), 'v');
