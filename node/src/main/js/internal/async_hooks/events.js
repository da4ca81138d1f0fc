'use strict';

/**
 * Tells enabled hooks of resources. While one is enabled, this object is `execution.events`, nextTick callbacks become resources
 * and the engine reports promises.
 */

const { trackRequests } = binding('async_hooks');
const { execution, kAsyncId, kTriggerId, nothing } = require('internal/async_hooks');
const { runInCheckPhase } = require('internal/timers/immediates');

/** @type {Array<object>} enabled hooks; replaced, never changed, so that a hook may enable and disable others */
let hooks = [];

/** Resources whose `before` hooks were called and whose `after` hooks were not, outermost first. */
const running = [];

/** Ids whose `destroy` hooks are to be called in the next check phase. */
let destroyed = [];

/** A hook that throws ends the program. */
function fatal(error) {
  let text = error?.stack;
  if (typeof text !== 'string') {
    const shown = { message: String(error) };
    Error.captureStackTrace(shown, fatal);
    text = shown.stack;
  }
  process._rawDebug(text);
  process.exit(1);
}

function emit(name, ...args) {
  const list = hooks;
  for (let i = 0; i < list.length; i++) {
    const hook = list[i][name];
    if (hook === undefined) continue;
    try {
      Reflect.apply(hook, list[i].owner, args);
    } catch (error) {
      fatal(error);
    }
  }
}

function wanted(name) {
  return hooks.some((hook) => hook[name] !== undefined);
}

const events = {
  init(resource, type, shown = resource) {
    emit('init', resource[kAsyncId], type, resource[kTriggerId], shown);
  },

  before(resource) {
    running.push(resource);
    emit('before', resource[kAsyncId]);
  },

  after(resource) {
    // After an uncaught error its end was told already.
    if (execution.resource !== resource) return;
    emit('after', resource[kAsyncId]);
    // It is not there where the first hook was enabled while it ran.
    if (running[running.length - 1] === resource) running.pop();
  },

  destroy(asyncId) {
    if (!wanted('destroy')) return;
    if (destroyed.length === 0) runInCheckPhase(emitDestroyed);
    destroyed.push(asyncId);
  },

  promiseResolve(asyncId) {
    emit('promiseResolve', asyncId);
  },

  unwind() {
    while (running.length > 0) {
      const resource = running[running.length - 1];
      execution.resource = resource;
      emit('after', resource[kAsyncId]);
      running.pop();
    }
    execution.resource = nothing;
  },
};

function emitDestroyed() {
  const ids = destroyed;
  destroyed = [];
  for (const id of ids) emit('destroy', id);
}

/** @param {object} hook with its functions by name, and its `owner` */
function enable(hook) {
  if (hooks.includes(hook)) return;
  hooks = [...hooks, hook];
  update();
}

function disable(hook) {
  if (!hooks.includes(hook)) return;
  hooks = hooks.filter((each) => each !== hook);
  update();
}

function update() {
  const any = hooks.length > 0;
  execution.events = any ? events : null;
  if (!any) running.length = 0;
  trackRequests(any ? require('internal/async_hooks/requests').track : undefined);
  require('internal/async_hooks/ticks').track(any);
  require('internal/async_hooks/promises').track(any, wanted('destroy'));
}

module.exports = { disable, enable, events, wanted };
