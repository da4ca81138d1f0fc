'use strict';

const { queueMicrotask: enqueue } = binding('process');
const { validateFunction } = require('internal/validators');

/** Queues a microtask that runs in the current async context; what it throws becomes `uncaughtException`. */
function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  enqueue(callback);
}

module.exports = { queueMicrotask };
