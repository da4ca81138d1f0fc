'use strict';

/** `node:async_hooks`. */

const { executionAsyncId, main, nothing, runningResource, triggerAsyncId } = require('internal/async_hooks');
const { AsyncResource } = require('internal/async_hooks/resource');

/** What `executionAsyncResource()` is while no resource runs. */
const topLevelResource = {};

function executionAsyncResource() {
  const resource = runningResource();
  return resource === main || resource === nothing ? topLevelResource : resource;
}

function createHook(functions) {
  return require('internal/async_hooks/hook').createHook(functions);
}

module.exports = {
  get AsyncLocalStorage() {
    return require('internal/async_hooks/local_storage').AsyncLocalStorage;
  },
  createHook,
  executionAsyncId,
  triggerAsyncId,
  executionAsyncResource,
  get asyncWrapProviders() {
    return require('internal/async_hooks/providers').asyncWrapProviders;
  },
  AsyncResource,
};
