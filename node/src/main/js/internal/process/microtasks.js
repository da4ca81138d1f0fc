'use strict';

const { uncaught } = binding('process');
const { validateFunction } = require('internal/validators');

const { then } = Promise.prototype;
const settled = Promise.resolve();

const hooks = require('internal/async_hooks');

/** Queues a microtask. It runs in the async context it was queued in; what it throws becomes `uncaughtException`. */
function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  if (hooks.execution.events !== null) callback = hooks.trackRequest('Microtask', callback);
  Reflect.apply(then, settled, [() => {
    try {
      callback();
    } catch (error) {
      uncaught(error);
    }
  }]);
}

module.exports = { queueMicrotask };
