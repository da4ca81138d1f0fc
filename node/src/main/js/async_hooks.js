'use strict';

/** `node:async_hooks`. */

const ids = require('internal/async_hooks');
const { AsyncResource } = require('internal/async_hooks/resource');

/** What `executionAsyncResource()` is while no resource runs. */
const topLevelResource = {};

let asked = false;

/** From the first question on, nextTick callbacks have ids, which they need for nothing else. */
function giveIds() {
  asked = true;
  require('internal/async_hooks/ticks').trackForGood();
}

function executionAsyncId() {
  if (!asked) giveIds();
  return ids.executionAsyncId();
}

function triggerAsyncId() {
  if (!asked) giveIds();
  return ids.triggerAsyncId();
}

function executionAsyncResource() {
  if (!asked) giveIds();
  const resource = ids.runningResource();
  return resource === ids.main || resource === ids.nothing ? topLevelResource : resource;
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
