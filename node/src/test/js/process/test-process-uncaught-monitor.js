'use strict';

// Who watches uncaught errors hears of each before anybody handles it, be that a listener or the capture callback.

const assert = require('assert');
const { mustCall } = require('../common');

const error = new Error('once more');
const calls = [];
process.on('uncaughtExceptionMonitor', mustCall((seen, origin) => {
  assert.strictEqual(seen, error);
  assert.strictEqual(origin, 'uncaughtException');
  calls.push('monitor');
}, 2));
process.once('uncaughtException', mustCall(() => {
  calls.push('listener');
  process.nextTick(() => {
    process.setUncaughtExceptionCaptureCallback(mustCall(() => calls.push('capture')));
    throw error;
  });
}));
process.on('exit', () => assert.deepStrictEqual(calls, ['monitor', 'listener', 'monitor', 'capture']));

throw error;
