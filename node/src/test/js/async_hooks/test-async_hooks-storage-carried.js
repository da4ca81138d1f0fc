'use strict';

// A store follows every way by which a callback is put off.

const { mustCall } = require('../common');
const assert = require('assert');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
const check = (name) => mustCall(() => assert.strictEqual(storage.getStore(), 'here', name));

storage.run('here', () => {
  setTimeout(check('setTimeout'), 1);
  const interval = setInterval(mustCall(() => {
    check('setInterval')();
    clearInterval(interval);
  }), 1);
  setImmediate(check('setImmediate'));
  process.nextTick(check('nextTick'));
  queueMicrotask(check('queueMicrotask'));
  Promise.resolve().then(check('then'));
  (async () => {
    await null;
    check('await')();
  })();
});
assert.strictEqual(storage.getStore(), undefined);
setTimeout(mustCall(() => assert.strictEqual(storage.getStore(), undefined)), 5);
