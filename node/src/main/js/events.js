'use strict';

/**
 * `node:events`: EventEmitter. Loaded at start-up, so that it holds only what every emitter runs; waiting for events
 * (`once`, `on`), event targets, async resources and everything about errors live in `internal/events/` and load on
 * first use.
 */

const { apply, ownKeys, getPrototypeOf } = Reflect;

const kCapture = Symbol('kCapture');
const kErrorMonitor = Symbol('events.errorMonitor');
const kShapeMode = Symbol('shapeMode');
const kMaxEventTargetListeners = Symbol('events.maxEventTargetListeners');
const kMaxEventTargetListenersWarned = Symbol('events.maxEventTargetListenersWarned');

let defaultMaxListeners = 10;

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

const prototype = EventEmitter.prototype;

prototype._events = undefined;
prototype._eventsCount = 0;
prototype._maxListeners = undefined;

/**
 * Gives an emitter its own state. A constructor that has put an `_events` object there beforehand keeps it, and with
 * it its shape: names are then set to undefined rather than deleted.
 */
EventEmitter.init = function(options) {
  const events = this._events;
  if (events === undefined || events === getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
    this[kShapeMode] = false;
  } else {
    this[kShapeMode] = true;
  }
  this._maxListeners ||= undefined;
  if (options?.captureRejections) {
    require('internal/validators').validateBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = true;
  } else {
    this[kCapture] = prototype[kCapture];
  }
};

function refuseListener(listener) {
  throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)('listener', 'Function', listener);
}

prototype.setMaxListeners = function setMaxListeners(n) {
  require('internal/validators').validateNumber(n, 'setMaxListeners', 0);
  this._maxListeners = n;
  return this;
};

function maxListenersOf(emitter) {
  return emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners;
}

prototype.getMaxListeners = function getMaxListeners() {
  return maxListenersOf(this);
};

/** Lets the monitors see an error event, and throws when nobody else listens to it. */
function announceError(emitter, args) {
  if (emitter._events?.[kErrorMonitor] !== undefined) emitter.emit(kErrorMonitor, ...args);
  if (emitter._events?.error === undefined) {
    const er = require('internal/events/errors').unheard(emitter, args[0], emit);
    throw er; // Unhandled 'error' event
  }
}

function emit(type, ...args) {
  if (type === 'error') announceError(this, args);
  const handler = this._events?.[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    const result = apply(handler, this, args);
    if (result !== undefined && result !== null && this[kCapture]) captureRejection(this, result, type, args);
    return true;
  }
  // A copy: what listeners add or remove takes effect with the next emit.
  const listeners = handler.length === 2 ? [handler[0], handler[1]] : handler.slice();
  for (let i = 0; i < listeners.length; i++) {
    const result = apply(listeners[i], this, args);
    if (result !== undefined && result !== null && this[kCapture]) captureRejection(this, result, type, args);
  }
  return true;
}
prototype.emit = emit;

function captureRejection(emitter, result, type, args) {
  require('internal/events/errors').captureRejection(emitter, kCapture, result, type, args);
}

/**
 * Gives a name its first listener. The names that connections and messages have by the dozen are written out: the engine remembers for
 * each of these places how a table changes, and finds that out anew for every other name.
 */
function put(events, type, listener) {
  switch (type) {
    case 'aborted': events.aborted = listener; break;
    case 'close': events.close = listener; break;
    case 'connect': events.connect = listener; break;
    case 'data': events.data = listener; break;
    case 'drain': events.drain = listener; break;
    case 'end': events.end = listener; break;
    case 'error': events.error = listener; break;
    case 'finish': events.finish = listener; break;
    case 'free': events.free = listener; break;
    case 'pipe': events.pipe = listener; break;
    case 'prefinish': events.prefinish = listener; break;
    case 'readable': events.readable = listener; break;
    case 'response': events.response = listener; break;
    case 'socket': events.socket = listener; break;
    case 'timeout': events.timeout = listener; break;
    case 'unpipe': events.unpipe = listener; break;
    default: events[type] = listener;
  }
}

/** The table that a listener is to be put into: made where there is none, and the addition announced where somebody listens for that. */
function tableFor(emitter, type, listener) {
  if (emitter._events === undefined) {
    emitter._eventsCount = 0;
    return emitter._events = { __proto__: null };
  }
  // Announced before it is added; the listeners of the announcement may replace the table.
  emitter.emit('newListener', type, listener.listener ?? listener);
  return emitter._events;
}

/** Puts a listener behind those that a name has. */
function join(emitter, events, type, listener, existing) {
  if (typeof existing === 'function') existing = events[type] = [existing, listener];
  else existing[existing.length] = listener;
  const max = emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners;
  if (max > 0 && existing.length > max && !existing.warned) {
    existing.warned = true;
    require('internal/events/errors').warnOfLeak(emitter, type, existing.length, max);
  }
}

// Pipes add and remove listeners by the dozen for each message, so these two call as little as they can.

function addListener(type, listener) {
  if (typeof listener !== 'function') refuseListener(listener);
  let events = this._events;
  if (events === undefined || events.newListener !== undefined) events = tableFor(this, type, listener);
  const existing = events[type];
  if (existing === undefined) {
    put(events, type, listener);
    ++this._eventsCount;
  } else {
    join(this, events, type, listener, existing);
  }
  return this;
}

prototype.addListener = addListener;
prototype.on = addListener;

prototype.prependListener = function prependListener(type, listener) {
  apply(addListener, this, [type, listener]);
  const list = this._events[type];
  if (typeof list !== 'function') list.unshift(list.pop());
  return this;
};

function onceWrapper(...args) {
  if (this.fired) return undefined;
  this.target.removeListener(this.type, this.wrapFn);
  this.fired = true;
  return apply(this.listener, this.target, args);
}

function wrapOnce(target, type, listener) {
  if (typeof listener !== 'function') refuseListener(listener);
  const state = { fired: false, wrapFn: undefined, target, type, listener };
  const wrapped = onceWrapper.bind(state);
  wrapped.listener = listener;
  state.wrapFn = wrapped;
  return wrapped;
}

prototype.once = function once(type, listener) {
  this.on(type, wrapOnce(this, type, listener));
  return this;
};

prototype.prependOnceListener = function prependOnceListener(type, listener) {
  this.prependListener(type, wrapOnce(this, type, listener));
  return this;
};

/** Takes a name out of the table, however many listeners it had. */
function forget(emitter, events, type) {
  emitter._eventsCount--;
  if (emitter[kShapeMode]) events[type] = undefined;
  else if (emitter._eventsCount === 0) emitter._events = { __proto__: null };
  else delete events[type];
}

prototype.removeListener = function removeListener(type, listener) {
  if (typeof listener !== 'function') refuseListener(listener);
  const events = this._events;
  const list = events?.[type];
  if (list === undefined) return this;
  if (list === listener || list.listener === listener) {
    forget(this, events, type);
    listener = list.listener ?? list;
  } else if (typeof list === 'function') {
    return this;
  } else {
    let at = list.length - 1;
    while (at >= 0 && list[at] !== listener && list[at].listener !== listener) at--;
    if (at < 0) return this;
    const last = list.length - 1;
    if (last === 1) {
      events[type] = list[1 - at];
    } else {
      for (; at < last; at++) list[at] = list[at + 1];
      list.length = last;
    }
  }
  if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
  return this;
};

prototype.off = prototype.removeListener;

prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  const every = arguments.length === 0;
  if (events.removeListener !== undefined) {
    if (!every) {
      removeOneByOne(this, type);
      return this;
    }
    for (const name of ownKeys(events)) {
      if (name !== 'removeListener') this.removeAllListeners(name);
    }
    this.removeAllListeners('removeListener');
  }
  if (every) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
    this[kShapeMode] = false;
  } else if (events[type] !== undefined) {
    forget(this, events, type);
  }
  return this;
};

/** Removes the listeners of one name, the last first, so that each is announced. */
function removeOneByOne(emitter, type) {
  const list = emitter._events[type];
  if (typeof list === 'function') {
    emitter.removeListener(type, list);
  } else if (list !== undefined) {
    for (let i = list.length - 1; i >= 0; i--) emitter.removeListener(type, list[i]);
  }
}

function listenersOf(emitter, type) {
  const list = emitter._events?.[type];
  if (list === undefined) return [];
  return typeof list === 'function' ? [list] : list.slice();
}

prototype.listeners = function listeners(type) {
  const list = listenersOf(this, type);
  for (let i = 0; i < list.length; i++) list[i] = list[i].listener ?? list[i];
  return list;
};

prototype.rawListeners = function rawListeners(type) {
  return listenersOf(this, type);
};

function listenerCount(type, listener) {
  const list = this._events?.[type];
  if (list === undefined) return 0;
  if (listener !== undefined && listener !== null) {
    let count = 0;
    for (const each of listenersOf(this, type)) {
      if (each === listener || each.listener === listener) count++;
    }
    return count;
  }
  return typeof list === 'function' ? 1 : list.length;
}
prototype.listenerCount = listenerCount;

prototype.eventNames = function eventNames() {
  if (!(this._eventsCount > 0)) return [];
  const events = this._events;
  return ownKeys(events).filter((name) => events[name] !== undefined);
};

Object.defineProperty(prototype, kCapture, { value: false, writable: true, enumerable: false });

module.exports = EventEmitter;

EventEmitter.addAbortListener = function addAbortListener(signal, listener) {
  return require('internal/events/waiting').addAbortListener(signal, listener);
};

EventEmitter.once = async function once(emitter, name, options = {}) {
  return require('internal/events/waiting').once(emitter, name, options);
};

EventEmitter.on = function on(emitter, event, options = {}) {
  return new (require('internal/events/iterator').EventIterator)(emitter, event, options);
};

EventEmitter.getEventListeners = function getEventListeners(emitterOrTarget, type) {
  if (typeof emitterOrTarget?.listeners === 'function') return emitterOrTarget.listeners(type);
  return require('internal/events/targets').getEventListeners(emitterOrTarget, type);
};

EventEmitter.getMaxListeners = function getMaxListeners(emitterOrTarget) {
  if (typeof emitterOrTarget?.getMaxListeners === 'function') return maxListenersOf(emitterOrTarget);
  return require('internal/events/targets').getMaxListeners(emitterOrTarget);
};

EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
EventEmitter.captureRejectionSymbol = Symbol.for('nodejs.rejection');

Object.defineProperties(EventEmitter, {
  captureRejections: {
    enumerable: true,
    get() {
      return prototype[kCapture];
    },
    set(value) {
      require('internal/validators').validateBoolean(value, 'EventEmitter.captureRejections');
      prototype[kCapture] = value;
    },
  },
  EventEmitterAsyncResource: {
    enumerable: true,
    configurable: true,
    get: function lazyEventEmitterAsyncResource() {
      return require('internal/events/async_resource');
    },
  },
  errorMonitor: { value: kErrorMonitor, writable: true, enumerable: true, configurable: true },
  defaultMaxListeners: {
    enumerable: true,
    get() {
      return defaultMaxListeners;
    },
    set(n) {
      require('internal/validators').validateNumber(n, 'defaultMaxListeners', 0);
      defaultMaxListeners = n;
    },
  },
  kMaxEventTargetListeners: { value: kMaxEventTargetListeners },
  kMaxEventTargetListenersWarned: { value: kMaxEventTargetListenersWarned },
});

EventEmitter.setMaxListeners = function(n = defaultMaxListeners, ...eventTargets) {
  require('internal/validators').validateNumber(n, 'setMaxListeners', 0);
  if (eventTargets.length === 0) defaultMaxListeners = n;
  else require('internal/events/targets').setMaxListeners(n, eventTargets);
};

EventEmitter.listenerCount = function(emitter, type) {
  if (typeof emitter.listenerCount === 'function') return emitter.listenerCount(type);
  return apply(listenerCount, emitter, [type]);
};
