'use strict';

const { queueMicrotask: enqueue } = binding('process');
const { validateFunction } = require('internal/validators');
const { execution } = require('internal/async_hooks');

/** Queues a microtask. It runs in the async context it was queued in; what it throws becomes `uncaughtException`. */
function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  enqueue(execution.events === null ? callback : require('internal/async_hooks/requests').trackMicrotask(callback));
}

module.exports = { queueMicrotask };
