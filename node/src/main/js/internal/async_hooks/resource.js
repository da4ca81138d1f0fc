'use strict';

/** `async_hooks.AsyncResource`. */

const errors = require('internal/errors');
const { validateFunction, validateString } = require('internal/validators');
const asyncContext = require('internal/async_context');
const {
  defaultTriggerAsyncId, destroyResource, execution, initResource, kAsyncId, kTriggerId, runInResource,
} = require('internal/async_hooks');

const kContextFrame = Symbol('context_frame');
const kDestroyed = Symbol('destroyed');

/** Tells hooks of resources that were collected and that nobody promised to destroy. */
let collected;

function checkedTrigger(id) {
  if (Number.isSafeInteger(id) && id >= -1) return id;
  throw new errors.ERR_INVALID_ASYNC_ID('triggerAsyncId', id);
}

class AsyncResource {
  constructor(type, options = {}) {
    validateString(type, 'type');
    let triggerId = options;
    let requireManualDestroy = false;
    if (typeof options !== 'number') {
      triggerId = options.triggerAsyncId === undefined ? defaultTriggerAsyncId() : options.triggerAsyncId;
      requireManualDestroy = !!options.requireManualDestroy;
    }
    checkedTrigger(triggerId);
    this[kContextFrame] = asyncContext.current();
    if (execution.events === null) {
      initResource(this, type, triggerId);
      return;
    }
    const { wanted } = require('internal/async_hooks/events');
    if (type.length === 0 && wanted('init')) throw new errors.ERR_ASYNC_TYPE(type);
    initResource(this, type, triggerId);
    if (!requireManualDestroy && wanted('destroy')) destroyWhenCollected(this);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    const scope = this[kContextFrame];
    if (!asyncContext.isUsed()) return runInResource(this, fn, thisArg, args);
    const before = asyncContext.enter(scope);
    try {
      return runInResource(this, fn, thisArg, args);
    } finally {
      asyncContext.enter(before);
    }
  }

  emitDestroy() {
    if (this[kDestroyed] !== undefined) this[kDestroyed].destroyed = true;
    destroyResource(this);
    return this;
  }

  asyncId() {
    return this[kAsyncId];
  }

  triggerAsyncId() {
    return this[kTriggerId];
  }

  bind(fn, thisArg) {
    validateFunction(fn, 'fn');
    let bound;
    if (thisArg === undefined) {
      const resource = this;
      bound = function(...args) {
        return resource.runInAsyncScope(fn, this, ...args);
      };
    } else {
      bound = this.runInAsyncScope.bind(this, fn, thisArg);
    }
    let asyncResource = this;
    const deprecated = 'The asyncResource property on bound functions is deprecated';
    Object.defineProperties(bound, {
      length: { __proto__: null, configurable: true, enumerable: false, writable: false, value: fn.length },
      asyncResource: {
        __proto__: null,
        configurable: true,
        enumerable: true,
        get: deprecate(() => asyncResource, deprecated),
        set: deprecate((resource) => { asyncResource = resource; }, deprecated),
      },
    });
    return bound;
  }

  static bind(fn, type, thisArg) {
    type ||= fn.name;
    return new AsyncResource(type || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

function deprecate(fn, message) {
  return require('internal/util').deprecate(fn, message, 'DEP0172');
}

/** Stands alone: as a closure of the function below it would hold the first resource. */
function destroyCollected(state) {
  if (!state.destroyed) execution.events?.destroy(state.asyncId);
}

function destroyWhenCollected(resource) {
  collected ??= new FinalizationRegistry(destroyCollected);
  const state = { destroyed: false, asyncId: resource[kAsyncId] };
  Object.defineProperty(resource, kDestroyed, { __proto__: null, value: state, configurable: true });
  collected.register(resource, state);
}

module.exports = { AsyncResource };
