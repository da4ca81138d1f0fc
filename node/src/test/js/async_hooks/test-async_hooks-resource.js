'use strict';

// AsyncResource: ids, scope, binding, and what hooks hear of it.

const { errorLike, mustCall } = require('../common');
const assert = require('assert');
const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId, executionAsyncResource, triggerAsyncId } = require('async_hooks');

assert.strictEqual(executionAsyncId(), 1);
assert.strictEqual(triggerAsyncId(), 0);

const events = [];
const hook = createHook({
  init(id, type, trigger, resource) { if (type === 'Test') events.push(['init', id, trigger, resource.constructor.name]); },
  before(id) { if (id === resource?.asyncId()) events.push('before'); },
  after(id) { if (id === resource?.asyncId()) events.push('after'); },
  destroy(id) { if (id === resource?.asyncId()) events.push('destroy'); },
}).enable();

const storage = new AsyncLocalStorage();
let resource;
storage.run('made here', () => { resource = new AsyncResource('Test', { requireManualDestroy: true }); });
assert.strictEqual(resource.triggerAsyncId(), 1);

const result = resource.runInAsyncScope(function(x) {
  assert.strictEqual(this, events);
  assert.strictEqual(executionAsyncId(), resource.asyncId());
  assert.strictEqual(triggerAsyncId(), resource.triggerAsyncId());
  assert.strictEqual(executionAsyncResource(), resource);
  assert.strictEqual(storage.getStore(), 'made here');
  return x * 2;
}, events, 21);
assert.strictEqual(result, 42);
assert.strictEqual(executionAsyncId(), 1);
assert.throws(() => resource.runInAsyncScope(() => { throw new Error('out'); }), /out/);
assert.strictEqual(executionAsyncId(), 1);

const bound = resource.bind(function(a, b) { return [this, a, b, executionAsyncId()]; });
assert.strictEqual(bound.length, 2);
assert.deepStrictEqual(bound.call('self', 1, 2), ['self', 1, 2, resource.asyncId()]);
assert.throws(() => resource.bind(1), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
assert.throws(() => new AsyncResource(1), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
assert.throws(() => new AsyncResource('Test', { triggerAsyncId: 'x' }), errorLike({ code: 'ERR_INVALID_ASYNC_ID', name: 'RangeError' }));

assert.strictEqual(resource.emitDestroy(), resource);
setImmediate(mustCall(() => {
  hook.disable();
  assert.deepStrictEqual(events[0], ['init', resource.asyncId(), 1, 'AsyncResource']);
  assert.deepStrictEqual(events.slice(1), ['before', 'after', 'before', 'after', 'before', 'after', 'destroy']);
}));
