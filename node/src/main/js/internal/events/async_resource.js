'use strict';

/** `events.EventEmitterAsyncResource`: an emitter whose listeners run in an async context of its own. */

const EventEmitter = require('events');
const { AsyncResource } = require('async_hooks');
const errors = require('internal/errors');
const { validateString } = require('internal/validators');

class EventEmitterReferencingAsyncResource extends AsyncResource {
  #eventEmitter;

  constructor(eventEmitter, type, options) {
    super(type, options);
    this.#eventEmitter = eventEmitter;
  }

  get eventEmitter() {
    return this.#eventEmitter;
  }
}

class EventEmitterAsyncResource extends EventEmitter {
  #asyncResource;

  constructor(options = undefined) {
    let name;
    if (typeof options === 'string') {
      name = options;
      options = undefined;
    } else {
      if (new.target === EventEmitterAsyncResource) validateString(options?.name, 'options.name');
      name = options?.name || new.target.name;
    }
    super(options);
    this.#asyncResource = new EventEmitterReferencingAsyncResource(this, name, options);
  }

  /** The resource, or an error when a method was called on something else. */
  static #resourceOf(emitter) {
    if (!(#asyncResource in emitter)) throw new errors.ERR_INVALID_THIS('EventEmitterAsyncResource');
    return emitter.#asyncResource;
  }

  emit(event, ...args) {
    return EventEmitterAsyncResource.#resourceOf(this).runInAsyncScope(super.emit, this, event, ...args);
  }

  emitDestroy() {
    EventEmitterAsyncResource.#resourceOf(this).emitDestroy();
  }

  get asyncId() {
    return EventEmitterAsyncResource.#resourceOf(this).asyncId();
  }

  get triggerAsyncId() {
    return EventEmitterAsyncResource.#resourceOf(this).triggerAsyncId();
  }

  get asyncResource() {
    return EventEmitterAsyncResource.#resourceOf(this);
  }
}

module.exports = EventEmitterAsyncResource;
