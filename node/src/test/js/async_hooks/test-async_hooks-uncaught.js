'use strict';

// An uncaught error is handled as the resource it was thrown in, which ends after that.

const { mustCall } = require('../common');
const assert = require('assert');
const { createHook, executionAsyncId } = require('async_hooks');

const events = [];
let id;
const hook = createHook({
  init(asyncId, type) { if (type === 'Timeout') id ??= asyncId; },
  before(asyncId) { if (asyncId === id) events.push('before'); },
  after(asyncId) { if (asyncId === id) events.push('after'); },
}).enable();

process.on('uncaughtException', mustCall(() => {
  events.push('uncaught');
  assert.strictEqual(executionAsyncId(), id);
}));
setTimeout(() => { throw new Error('thrown'); }, 1);
setTimeout(mustCall(() => {
  hook.disable();
  assert.deepStrictEqual(events, ['before', 'uncaught', 'after']);
}), 20);
