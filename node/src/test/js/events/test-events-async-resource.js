'use strict';

// EventEmitterAsyncResource: listeners run in the async context that the emitter was made in.

const { mustCall } = require('../common');
const assert = require('assert');
const { AsyncLocalStorage, executionAsyncId } = require('async_hooks');
const { EventEmitterAsyncResource } = require('events');

const storage = new AsyncLocalStorage();
const emitter = storage.run('made here', () => new EventEmitterAsyncResource({ name: 'Test' }));
emitter.on('event', mustCall(() => {
  assert.strictEqual(storage.getStore(), 'made here');
  assert.strictEqual(executionAsyncId(), emitter.asyncId);
}));
emitter.emit('event');
assert.strictEqual(emitter.asyncResource.eventEmitter, emitter);
assert.throws(() => EventEmitterAsyncResource.prototype.emit('event'), { name: 'TypeError' });
