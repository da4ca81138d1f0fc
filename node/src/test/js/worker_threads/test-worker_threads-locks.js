'use strict';
// The module's locks are the navigator's.
const { mustCall } = require('../common');
const assert = require('assert');
const { locks } = require('worker_threads');

assert.strictEqual(locks, navigator.locks);
locks.request('one', mustCall(async (lock) => {
  assert.strictEqual(lock.name, 'one');
  assert.deepStrictEqual((await navigator.locks.query()).held.map(({ name }) => name), ['one']);
})).then(mustCall());
