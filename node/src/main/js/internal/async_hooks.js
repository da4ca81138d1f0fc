'use strict';

/**
 * Ids of asynchronous resources, and which one is running. Loaded with the first timer, so that it holds only what every
 * resource pays for: two properties. What tells hooks lives in `internal/async_hooks/events.js` and loads with the first
 * enabled hook.
 *
 * A resource is an object with `[kAsyncId]` and `[kTriggerId]`. While its callback runs, it is `execution.resource`.
 */

const { mainRunning } = binding('async_hooks');

const kAsyncId = Symbol('asyncId');
const kTriggerId = Symbol('triggerId');

/** What runs when no resource does: the loop itself. */
const nothing = { [kAsyncId]: 0, [kTriggerId]: 0 };

/** The main program, which has the id 1. */
const main = { [kAsyncId]: 1, [kTriggerId]: 0 };

/**
 * `resource` is the one that runs; `events` tells hooks, null while none is enabled.
 * @type {{resource: object, events: object|null}}
 */
const execution = { resource: nothing, events: null };

let inMain = mainRunning();
let lastId = 1;

function newAsyncId() {
  return ++lastId;
}

/** The resource that runs, the main program included. */
function runningResource() {
  if (inMain && execution.resource === nothing && (inMain = mainRunning())) return main;
  return execution.resource;
}

function executionAsyncId() {
  return runningResource()[kAsyncId];
}

function triggerAsyncId() {
  return runningResource()[kTriggerId];
}

/**
 * Gives a resource its ids and tells hooks of it.
 * @param {object} resource
 * @param {string} type as hooks see it: `Timeout`, `TCPWRAP` …
 */
function initResource(resource, type, triggerId = executionAsyncId()) {
  resource[kAsyncId] = ++lastId;
  resource[kTriggerId] = triggerId;
  if (execution.events !== null) execution.events.init(resource, type);
}

module.exports = {
  execution, executionAsyncId, initResource, kAsyncId, kTriggerId, main, newAsyncId, nothing, runningResource, triggerAsyncId,
};
