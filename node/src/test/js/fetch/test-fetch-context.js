'use strict';

// What comes back belongs to the fetch's asynchronous context.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { AsyncLocalStorage } = require('node:async_hooks');
const { serve } = require('./serve');

serve((request, response) => response.end('x'), async (address) => {
  const storage = new AsyncLocalStorage();
  await Promise.all([1, 2, 3].map((id) => storage.run(id, async () => {
    const response = await fetch(address);
    assert.strictEqual(storage.getStore(), id);
    await response.text();
    assert.strictEqual(storage.getStore(), id);
  })));
}).then(mustCall());
