'use strict';

// A promise's trigger is the promise it follows; reactions run as their promise.

const { mustCall } = require('../common');
const assert = require('assert');
const { createHook, executionAsyncId, triggerAsyncId } = require('async_hooks');

const made = [];
const hook = createHook({ init(id, type, trigger) { if (type === 'PROMISE') made.push([id, trigger]); } }).enable();
const main = executionAsyncId();

Promise.resolve(1).then(mustCall(() => {
  hook.disable();
  const [[first, trigger], [second, parent]] = made;
  assert.strictEqual(trigger, main);
  assert.strictEqual(parent, first);
  assert.strictEqual(executionAsyncId(), second);
  assert.strictEqual(triggerAsyncId(), first);
}));
