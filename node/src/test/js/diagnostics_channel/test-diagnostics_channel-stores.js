'use strict';

// runStores() binds stores for the publication and the call.

const { mustCall } = require('../common');
const assert = require('assert');
const { AsyncLocalStorage } = require('async_hooks');
const { channel } = require('diagnostics_channel');

const c = channel('stores');
const plain = new AsyncLocalStorage();
const shaped = new AsyncLocalStorage();
c.bindStore(plain);
c.bindStore(shaped, (data) => ({ data }));
c.subscribe(mustCall((data) => assert.strictEqual(plain.getStore(), data)));

const result = c.runStores('message', function(a) {
  assert.strictEqual(this.self, true);
  assert.strictEqual(plain.getStore(), 'message');
  assert.deepStrictEqual(shaped.getStore(), { data: 'message' });
  return a + 1;
}, { self: true }, 1);
assert.strictEqual(result, 2);
assert.strictEqual(plain.getStore(), undefined);
assert.strictEqual(c.unbindStore(plain), true);
assert.strictEqual(c.unbindStore(plain), false);
