'use strict';

const { isUsed } = require('internal/async_context');
const { execution } = require('internal/async_hooks');

/**
 * @param {Function} callback
 * @param {string} type of the resource that hooks see
 * @returns {Function} one that will run in the async context of now; the same while nothing uses contexts
 */
function bound(callback, type) {
  if (execution.events === null && !isUsed()) return callback;
  const { AsyncResource } = require('internal/async_hooks/resource');
  return AsyncResource.bind(callback, type);
}

module.exports = { bound };
