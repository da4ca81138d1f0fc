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
 * `resource` is the one that runs; `events` tells hooks (`init`, `before`, `after`, `destroy`), null while none is enabled.
 * @type {{resource: object, events: object|null}}
 */
const execution = { resource: nothing, events: null };

let inMain = mainRunning();
let lastId = 1;
let defaultTrigger;

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

/** What resources name as their trigger when they are not told another. */
function defaultTriggerAsyncId() {
  return defaultTrigger ?? executionAsyncId();
}

/** Calls `fn`; the resources it makes name `triggerId` as their trigger. */
function withDefaultTrigger(triggerId, fn, ...args) {
  const before = defaultTrigger;
  defaultTrigger = triggerId;
  try {
    return fn(...args);
  } finally {
    defaultTrigger = before;
  }
}

/**
 * Gives a resource its ids and tells hooks of it.
 * @param {object} resource what hooks get, and `executionAsyncResource()` returns
 * @param {string} type as hooks see it: `Timeout`, `TCPWRAP` …
 */
function initResource(resource, type, triggerId = defaultTriggerAsyncId()) {
  resource[kAsyncId] = ++lastId;
  resource[kTriggerId] = triggerId;
  if (execution.events !== null) execution.events.init(resource, type);
}

/** Calls `fn` as the callback of a resource, between `before` and `after`. */
function runInResource(resource, fn, receiver, args) {
  const previous = execution.resource;
  const { events } = execution;
  execution.resource = resource;
  if (events !== null) events.before(resource);
  try {
    return Reflect.apply(fn, receiver, args);
  } finally {
    execution.events?.after(resource);
    execution.resource = previous;
  }
}

/** Tells hooks, soon, that a resource is done with. */
function destroyResource(resource) {
  if (execution.events !== null) execution.events.destroy(resource[kAsyncId]);
}

/**
 * For one-shot operations whose callback is called from the loop, but not through Java's `Environment.request`: a callback that runs as a resource of this type, which is gone after it. While no hook is enabled it is
 * the callback itself.
 * @param {string} type `FSREQCALLBACK`, `GETADDRINFOREQWRAP` …
 */
function trackRequest(type, callback) {
  if (execution.events === null) return callback;
  return require('internal/async_hooks/requests').track(type, callback);
}

/** Ends, after an uncaught error was handled, the callbacks it went through. */
function unwind() {
  if (execution.resource === nothing) return;
  if (execution.events !== null) execution.events.unwind();
  execution.resource = nothing;
}

module.exports = {
  defaultTriggerAsyncId, destroyResource, execution, executionAsyncId, initResource, kAsyncId, kTriggerId, main, newAsyncId,
  nothing, runInResource, runningResource, trackRequest, triggerAsyncId, unwind, withDefaultTrigger,
};
