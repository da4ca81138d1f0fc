'use strict';

/**
 * EventTarget, as the DOM standard has it for targets without parents (https://dom.spec.whatwg.org/#events), and the
 * hooks by which signals, ports and sockets follow their listeners. Events themselves are in
 * `internal/event_target/event`, the variant with Node's `on` and `emit` in `internal/event_target/node`.
 */

const EventEmitter = require('events');
const errors = require('internal/errors');
const { validateAbortSignal, validateObject } = require('internal/validators');
const { kResistStopPropagation, kWeakHandler } = require('internal/events/symbols');
const {
  CustomEvent, Event, beginDispatch, domString, endDispatch, enterListener, enumerable, isDispatching, isEvent,
  isStopped, kTrustEvent, tag,
} = require('internal/event_target/event');

const { kMaxEventTargetListeners, kMaxEventTargetListenersWarned } = EventEmitter;

const kIsEventTarget = Symbol.for('nodejs.event_target');
const kEvents = Symbol('kEvents');
const kHandlers = Symbol('kHandlers');
const kCreateEvent = Symbol('kCreateEvent');
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');
const kHybridDispatch = Symbol.for('nodejs.internal.kHybridDispatch');

/** Listener option: the listener gets the value that was emitted rather than an event. */
const kIsNodeStyleListener = Symbol('kIsNodeStyleListener');

/** The listeners that are kept alive by an object they were tied to, by that object. */
const heldListeners = new WeakMap();

/** Takes weakly held listeners that were collected out of their lists. */
const collected = new FinalizationRegistry(({ target, type, listener }) => {
  const owner = target.deref();
  if (owner !== undefined) take(owner, type, listener);
});

/** One registration: a callback for a type, with the options it was given. */
class Listener {
  constructor(target, type, callback, options) {
    this.once = options.once;
    this.capture = options.capture;
    this.passive = options.passive;
    this.isNodeStyle = options.isNodeStyle;
    this.resistStopPropagation = options.resistStopPropagation;
    this.removed = false;
    this.weak = options.owner !== undefined;
    this.reference = this.weak ? new WeakRef(callback) : callback;
    if (this.weak) {
      collected.register(callback, { target: new WeakRef(target), type, listener: this }, this);
      const held = heldListeners.get(options.owner);
      if (held === undefined) heldListeners.set(options.owner, new Set([callback]));
      else held.add(callback);
    }
  }

  /** The function, or object with `handleEvent`, that was given; undefined once a weakly held one is gone. */
  get callback() {
    return this.weak ? this.reference.deref() : this.reference;
  }

  same(callback, capture) {
    return this.callback === callback && this.capture === capture;
  }

  call(target, argument) {
    const { callback } = this;
    if (typeof callback === 'function') return callback.call(target, argument);
    return callback?.handleEvent?.(argument);
  }
}

/** The options of addEventListener as one record, each member read once. */
function listenerOptions(options) {
  if (typeof options === 'boolean') options = { capture: options };
  else if (options === null || options === undefined) options = {};
  else if (typeof options !== 'function' && !Array.isArray(options)) validateObject(options, 'options');
  return {
    once: Boolean(options.once),
    capture: Boolean(options.capture),
    passive: Boolean(options.passive),
    signal: options.signal,
    owner: options[kWeakHandler],
    resistStopPropagation: Boolean(options[kResistStopPropagation]),
    isNodeStyle: Boolean(options[kIsNodeStyleListener]),
  };
}

/** Whether there is something to call; null and undefined are no listener, and no error. */
function isListener(value) {
  if (value === null || value === undefined) return false;
  if (typeof value === 'function' || typeof value === 'object') return true;
  throw new errors.ERR_INVALID_ARG_TYPE('listener', 'EventListener', value);
}

/** An error in a listener doesn't disturb the dispatch: it becomes an uncaught exception afterwards. */
function report(error) {
  process.nextTick(() => {
    throw error;
  });
}

function reportRejection(result) {
  const then = result.then;
  if (typeof then === 'function') then.call(result, undefined, report);
}

/** Gives an object the state of an event target; for those that are none by construction. */
function initEventTarget(target) {
  target[kEvents] = new Map();
  target[kMaxEventTargetListeners] = EventEmitter.defaultMaxListeners;
  target[kMaxEventTargetListenersWarned] = false;
  target[kHandlers] = new Map();
}

class EventTarget {
  static [kIsEventTarget] = true;

  constructor() {
    initEventTarget(this);
  }

  /** Told after a listener was added; `size` counts those of the type. */
  [kNewListener](size, type, listener, once, capture, passive, weak) {
    const max = this[kMaxEventTargetListeners];
    if (max > 0 && size > max && !this[kMaxEventTargetListenersWarned]) {
      this[kMaxEventTargetListenersWarned] = true;
      require('internal/events/errors').warnOfTargetLeak(this, type, size, max);
    }
  }

  /** Told after a listener was removed. */
  [kRemoveListener](size, type, listener, capture) {}

  addEventListener(type, listener, options = {}) {
    checkTarget(this);
    if (arguments.length < 2) throw new errors.ERR_MISSING_ARGS('type', 'listener');
    const settings = listenerOptions(options);
    const { signal } = settings;
    validateAbortSignal(signal, 'options.signal');
    if (!isListener(listener)) {
      require('internal/events/errors').warnOfNoListener(this, type, listener);
      return;
    }
    type = domString(type);
    if (signal !== undefined) {
      if (signal.aborted) return;
      signal.addEventListener('abort', () => this.removeEventListener(type, listener, options),
                              { once: true, [kWeakHandler]: this, [kResistStopPropagation]: true });
    }
    let list = this[kEvents].get(type);
    if (list === undefined) this[kEvents].set(type, list = []);
    else if (list.some((each) => each.same(listener, settings.capture))) return;
    const added = new Listener(this, type, listener, settings);
    list.push(added);
    this[kNewListener](list.length, type, listener, added.once, added.capture, added.passive, added.weak);
  }

  removeEventListener(type, listener, options = {}) {
    checkTarget(this);
    if (arguments.length < 2) throw new errors.ERR_MISSING_ARGS('type', 'listener');
    if (!isListener(listener)) return;
    type = domString(type);
    const capture = typeof options === 'boolean' ? options : Boolean(options?.capture);
    const found = this[kEvents].get(type)?.find((each) => each.same(listener, capture));
    if (found !== undefined) take(this, type, found);
  }

  dispatchEvent(event) {
    checkTarget(this);
    if (arguments.length < 1) throw new errors.ERR_MISSING_ARGS('event');
    if (!isEvent(event)) throw new errors.ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (isDispatching(event)) throw new errors.ERR_EVENT_RECURSION(event.type);
    this[kHybridDispatch](event, event.type, event);
    return !event.defaultPrevented;
  }

  /**
   * Calls the listeners of a type: those in Node's style with the value, the others with the event, which
   * kCreateEvent makes when the first of them wants it.
   */
  [kHybridDispatch](value, type, event) {
    if (event !== undefined) beginDispatch(event, this);
    const listeners = this[kEvents].get(type)?.slice() ?? [];
    for (const listener of listeners) {
      if (listener.removed || (event !== undefined && isStopped(event) && !listener.resistStopPropagation)) continue;
      if (listener.once) take(this, type, listener);
      try {
        if (event === undefined && !listener.isNodeStyle) {
          event = this[kCreateEvent](value, type);
          beginDispatch(event, this);
        }
        if (event !== undefined) enterListener(event, listener.passive);
        const result = listener.call(this, listener.isNodeStyle ? value : event);
        if (result !== undefined && result !== null) reportRejection(result);
      } catch (error) {
        report(error);
      }
    }
    if (event !== undefined) endDispatch(event);
  }

  /** The event for a value that was emitted in Node's style. */
  [kCreateEvent](value, type) {
    return new CustomEvent(type, { detail: value });
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth) {
    checkTarget(this);
    const { name } = this.constructor;
    return depth < 0 ? name : `${name} {}`;
  }
}

enumerable(EventTarget, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
Object.defineProperty(EventTarget.prototype, Symbol.toStringTag, tag('EventTarget'));

/** Takes one registration out of its list, and tells the target. */
function take(target, type, listener) {
  const list = target[kEvents].get(type);
  const at = list === undefined ? -1 : list.indexOf(listener);
  if (at < 0) return;
  list.splice(at, 1);
  if (list.length === 0) target[kEvents].delete(type);
  listener.removed = true;
  if (listener.weak) collected.unregister(listener);
  target[kRemoveListener](list.length, type, listener.callback, listener.capture);
}

function isEventTarget(value) {
  return value?.constructor?.[kIsEventTarget] === true;
}

function checkTarget(value) {
  if (!isEventTarget(value)) throw new errors.ERR_INVALID_THIS('EventTarget');
}

/** The callbacks for a type, in the order of their calls. */
function listenersOf(target, type) {
  const listeners = target[kEvents].get(type) ?? [];
  return listeners.map((each) => each.callback).filter((callback) => callback !== undefined);
}

/** What stands in the list of listeners for an event handler attribute; `handler` is what was assigned. */
function eventHandler() {
  return function eventHandler(...args) {
    const { handler } = eventHandler;
    return typeof handler === 'function' ? Reflect.apply(handler, this, args) : undefined;
  };
}

function setHandler(target, event, value) {
  const listener = target[kHandlers].get(event);
  if (listener === undefined) {
    const added = eventHandler();
    added.handler = value;
    target[kHandlers].set(event, added);
    target.addEventListener(event, added);
    return;
  }
  const was = typeof listener.handler === 'function';
  const is = typeof value === 'function';
  listener.handler = value;
  if (was === is) return;
  // It keeps its place in the list; to those who follow the listeners it counts only while it is a function.
  const size = target[kEvents].get(event).length;
  if (is) target[kNewListener](size, event, value, false, false, false, false);
  else target[kRemoveListener](size - 1, event, listener, false);
}

/**
 * Defines an event handler attribute such as `onabort` on a prototype. A handler keeps its place among the
 * listeners when it is replaced.
 */
function defineEventHandler(prototype, name, event = name) {
  const get = function() {
    checkTarget(this);
    return this[kHandlers].get(event)?.handler ?? null;
  };
  const set = function(value) {
    checkTarget(this);
    setHandler(this, event, value);
  };
  Object.defineProperty(get, 'name', { __proto__: null, value: `get on${name}` });
  Object.defineProperty(set, 'name', { __proto__: null, value: `set on${name}` });
  Object.defineProperty(prototype, `on${name}`, { __proto__: null, get, set, configurable: true, enumerable: true });
}

module.exports = {
  CustomEvent,
  Event,
  EventTarget,
  get NodeEventTarget() {
    return require('internal/event_target/node').NodeEventTarget;
  },
  defineEventHandler,
  enumerable,
  initEventTarget,
  isEvent,
  isEventTarget,
  kCreateEvent,
  kEvents,
  kHybridDispatch,
  kIsNodeStyleListener,
  kNewListener,
  kRemoveListener,
  kResistStopPropagation,
  kTrustEvent,
  kWeakHandler,
  listenersOf,
  tag,
};
