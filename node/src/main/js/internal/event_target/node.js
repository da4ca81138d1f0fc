'use strict';

/** NodeEventTarget: an event target with the most used methods of EventEmitter; message ports and workers are ones. */

const EventEmitter = require('events');
const errors = require('internal/errors');
const { validateString } = require('internal/validators');
const {
  EventTarget, enumerable, kEvents, kHybridDispatch, kIsNodeStyleListener, kRemoveListener,
} = require('internal/event_target');

const kIsNodeEventTarget = Symbol('kIsNodeEventTarget');

function self(value) {
  if (value?.constructor?.[kIsNodeEventTarget] !== true) throw new errors.ERR_INVALID_THIS('NodeEventTarget');
  return value;
}

class NodeEventTarget extends EventTarget {
  static defaultMaxListeners = 10;
  static [kIsNodeEventTarget] = true;

  setMaxListeners(n) {
    EventEmitter.setMaxListeners(n, self(this));
  }

  getMaxListeners() {
    return self(this)[EventEmitter.kMaxEventTargetListeners];
  }

  eventNames() {
    return Array.from(self(this)[kEvents].keys());
  }

  listenerCount(type) {
    return self(this)[kEvents].get(String(type))?.length ?? 0;
  }

  off(type, listener, options) {
    self(this).removeEventListener(type, listener, options);
    return this;
  }

  removeListener(type, listener, options) {
    self(this).removeEventListener(type, listener, options);
    return this;
  }

  on(type, listener) {
    self(this).addEventListener(type, listener, { [kIsNodeStyleListener]: true });
    return this;
  }

  addListener(type, listener) {
    return self(this).on(type, listener);
  }

  /** @returns {boolean} whether anyone listened */
  emit(type, value) {
    self(this);
    validateString(type, 'type');
    const heard = this.listenerCount(type) > 0;
    this[kHybridDispatch](value, type);
    return heard;
  }

  once(type, listener) {
    self(this).addEventListener(type, listener, { once: true, [kIsNodeStyleListener]: true });
    return this;
  }

  removeAllListeners(type) {
    const events = self(this)[kEvents];
    const types = type === undefined ? Array.from(events.keys()) : [String(type)];
    for (const each of types) {
      if (!events.delete(each)) continue;
      this[kRemoveListener](0, each, undefined, undefined);
    }
    return this;
  }
}

enumerable(NodeEventTarget, Object.getOwnPropertyNames(NodeEventTarget.prototype).slice(1));

module.exports = { NodeEventTarget };
