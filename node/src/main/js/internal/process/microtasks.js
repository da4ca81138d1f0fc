'use strict';

const { uncaught } = binding('process');
const { validateFunction } = require('internal/validators');

const { then } = Promise.prototype;
const settled = Promise.resolve();

/** Queues a microtask. It runs in the async context it was queued in; what it throws becomes `uncaughtException`. */
function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  Reflect.apply(then, settled, [() => {
    try {
      callback();
    } catch (error) {
      uncaught(error);
    }
  }]);
}

module.exports = { queueMicrotask };
