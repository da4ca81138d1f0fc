'use strict';

/** Ports and workers as resources of async hooks, for as long as any hook is enabled when they are made. */

const { isLoaded } = require;

/**
 * @param {object} resource what hooks get
 * @param {string} type
 * @returns {undefined | (() => void)} tells hooks that it is gone
 */
function track(resource, type) {
  if (!isLoaded('internal/async_hooks/events')) return undefined;
  const { destroyResource, execution, initResource } = require('internal/async_hooks');
  if (execution.events === null) return undefined;
  initResource(resource, type);
  return () => destroyResource(resource);
}

module.exports = { track };
