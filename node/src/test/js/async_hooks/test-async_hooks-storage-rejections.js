'use strict';
// What nobody handled is reported in the context in which the promise was rejected.
const { mustCall } = require('../common');
const assert = require('assert');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
const left = new Set(['rejected', 'thrown by a handler', 'thrown by an async function', 'of an await', 'thrown by a callback']);

function seen({ message }) {
  assert.strictEqual(storage.getStore(), message);
  assert(left.delete(message));
  queueMicrotask(() => assert.strictEqual(storage.getStore(), message));
}
process.on('unhandledRejection', mustCall(seen, left.size));

storage.run('rejected', () => { Promise.reject(new Error('rejected')); });
storage.run('thrown by a handler', () => {
  Promise.resolve().then(() => { throw new Error('thrown by a handler'); });
});
storage.run('thrown by an async function', async () => { throw new Error('thrown by an async function'); });
storage.run('of an await', async () => {
  await null;
  throw new Error('of an await');
});
storage.run('thrown by a callback', () => setImmediate(async () => { throw new Error('thrown by a callback'); }));

process.on('exit', () => {
  assert.deepStrictEqual([...left], []);
  assert.strictEqual(storage.getStore(), undefined);
});
