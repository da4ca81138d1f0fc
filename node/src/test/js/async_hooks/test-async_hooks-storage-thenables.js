'use strict';
// A thenable's then() runs in the context in which somebody came upon it, a promise's handler included.
const { mustCall } = require('../common');
const assert = require('assert');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();

function thenable(name) {
  return {
    then: mustCall((done) => {
      assert.strictEqual(storage.getStore(), name);
      done(name);
    }),
  };
}

function check(name, use) {
  storage.run(name, async () => {
    await use(thenable(name));
    assert.strictEqual(storage.getStore(), name);
  }).then(mustCall(() => assert.strictEqual(storage.getStore(), undefined)));
}

check('awaited', async (it) => await it);
check('returned', async (it) => it);
check('resolved', (it) => Promise.resolve(it));
check('of a resolver', (it) => new Promise((resolve) => resolve(it)));
check('returned by a handler', (it) => Promise.resolve().then(() => it));
check('returned by a handler of errors', (it) => Promise.reject(new Error('x')).catch(() => it));
check('returned by a handler of both', (it) => Promise.resolve().finally(() => it));
check('after a change in the handler', (it) => storage.run('other', () => Promise.resolve()).then(() => it));

// One that the handler enters is the one the thenable sees; the next microtask has its own again.
const entered = { then: mustCall((done) => {
  assert.strictEqual(storage.getStore(), 'entered');
  done();
}) };
storage.run('outer', () => {
  Promise.resolve().then(() => {
    storage.enterWith('entered');
    return entered;
  });
  queueMicrotask(mustCall(() => assert.strictEqual(storage.getStore(), 'outer')));
});
queueMicrotask(mustCall(() => assert.strictEqual(storage.getStore(), undefined)));
setImmediate(mustCall(() => assert.strictEqual(storage.getStore(), undefined)));
