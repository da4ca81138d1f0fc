'use strict';

/** The static functions of `events` that also take event targets. */

const { kMaxEventTargetListeners, kMaxEventTargetListenersWarned } = require('events');

const kIsEventTarget = Symbol.for('nodejs.event_target');

function isEventTarget(value) {
  return value?.constructor?.[kIsEventTarget];
}

function badEmitter(name, value) {
  const { ERR_INVALID_ARG_TYPE } = require('internal/errors');
  return new ERR_INVALID_ARG_TYPE(name, ['EventEmitter', 'EventTarget'], value);
}

/** The listeners of an event target for one type, in the order of their calls. */
function getEventListeners(target, type) {
  if (!isEventTarget(target)) throw badEmitter('emitter', target);
  return require('internal/event_target').listenersOf(target, type);
}

function getMaxListeners(target) {
  if (!isEventTarget(target)) throw badEmitter('emitter', target);
  return target[kMaxEventTargetListeners];
}

/** Sets the limit of each emitter and event target given. */
function setMaxListeners(n, targets) {
  for (const target of targets) {
    if (isEventTarget(target)) {
      target[kMaxEventTargetListeners] = n;
      target[kMaxEventTargetListenersWarned] = false;
    } else if (typeof target.setMaxListeners === 'function') {
      target.setMaxListeners(n);
    } else {
      throw badEmitter('eventTargets', target);
    }
  }
}

module.exports = { getEventListeners, getMaxListeners, isEventTarget, setMaxListeners };
