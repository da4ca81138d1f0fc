'use strict';

/** One-shot operations as resources, while a hook is enabled. */

const { destroyResource, execution, initResource, nothing, runInResource } = require('internal/async_hooks');

/** A callback from the loop that runs once, as a resource of this type. */
function track(type, callback) {
  const request = {};
  initResource(request, type);
  return function(...args) {
    const { events } = execution;
    execution.resource = request;
    if (events !== null) events.before(request);
    try {
      Reflect.apply(callback, this, args);
    } finally {
      destroyResource(request);
    }
    // Where it throws, the uncaught error ends it.
    execution.events?.after(request);
    execution.resource = nothing;
  };
}

/** A microtask as a resource. */
function trackMicrotask(callback) {
  const task = {};
  initResource(task, 'Microtask');
  return () => {
    try {
      runInResource(task, callback, undefined, []);
    } finally {
      destroyResource(task);
    }
  };
}

module.exports = { track, trackMicrotask };
