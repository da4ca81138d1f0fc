'use strict';

/** Event and CustomEvent (https://dom.spec.whatwg.org/#interface-event), for targets that have no parents. */

const errors = require('internal/errors');
const { validateObject } = require('internal/validators');
const { now } = require('internal/perf/clock');

/** Constructor option: the event comes from the runtime, not from the program. */
const kTrustEvent = Symbol('kTrustEvent');

/** A value as a string, by the rules of Web IDL. */
function domString(value) {
  if (typeof value === 'symbol') throw new errors.ERR_INVALID_ARG_VALUE('value', value);
  return `${value}`;
}

/** Makes members of a class enumerable, as those of Web IDL interfaces are. */
function enumerable(Class, names) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { __proto__: null, enumerable: true });
}

let isEvent;
let isDispatching;
let isStopped;
let beginDispatch;
let enterListener;
let endDispatch;

/** The event a method was called on. */
function self(value) {
  if (!isEvent(value)) throw new errors.ERR_INVALID_THIS('Event');
  return value;
}

class Event {
  #type;
  #target = null;
  #bubbles;
  #cancelable;
  #composed;
  #trusted;
  #timeStamp = now();
  #canceled = false;
  #propagationStopped = false;
  #stopped = false;
  #dispatching = false;
  #passive = false;

  static {
    isEvent = (value) => typeof value === 'object' && value !== null && #type in value;
    isDispatching = (event) => event.#dispatching;
    isStopped = (event) => event.#stopped;
    beginDispatch = (event, target) => {
      event.#target = target;
      event.#dispatching = true;
    };
    enterListener = (event, passive) => {
      event.#passive = passive;
    };
    endDispatch = (event) => {
      event.#dispatching = false;
      event.#passive = false;
    };
  }

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('type');
    if (options !== undefined && options !== null) validateObject(options, 'options');
    this.#type = domString(type);
    this.#bubbles = Boolean(options?.bubbles);
    this.#cancelable = Boolean(options?.cancelable);
    this.#composed = Boolean(options?.composed);
    this.#trusted = options?.[kTrustEvent] === true;
  }

  initEvent(type, bubbles = false, cancelable = false) {
    self(this);
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('type');
    if (this.#dispatching) return;
    this.#type = domString(type);
    this.#bubbles = Boolean(bubbles);
    this.#cancelable = Boolean(cancelable);
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    self(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    const inner = { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth };
    return `${name} ${require('internal/util/inspect').inspect({
      type: this.#type,
      defaultPrevented: this.#canceled,
      cancelable: this.#cancelable,
      timeStamp: this.#timeStamp,
    }, inner)}`;
  }

  stopImmediatePropagation() {
    self(this).#propagationStopped = true;
    this.#stopped = true;
  }

  preventDefault() {
    if (self(this).#cancelable && !this.#passive) this.#canceled = true;
  }

  get target() {
    return self(this).#target;
  }

  get currentTarget() {
    return self(this).#dispatching ? this.#target : null;
  }

  get srcElement() {
    return self(this).#target;
  }

  get type() {
    return self(this).#type;
  }

  get cancelable() {
    return self(this).#cancelable;
  }

  get defaultPrevented() {
    return self(this).#canceled;
  }

  get timeStamp() {
    return self(this).#timeStamp;
  }

  composedPath() {
    return self(this).#dispatching ? [this.#target] : [];
  }

  get returnValue() {
    return !self(this).#canceled;
  }

  set returnValue(value) {
    if (!value) this.preventDefault();
    else self(this);
  }

  get bubbles() {
    return self(this).#bubbles;
  }

  get composed() {
    return self(this).#composed;
  }

  get eventPhase() {
    return self(this).#dispatching ? Event.AT_TARGET : Event.NONE;
  }

  get cancelBubble() {
    return self(this).#propagationStopped;
  }

  set cancelBubble(value) {
    if (value) this.stopPropagation();
    else self(this);
  }

  stopPropagation() {
    self(this).#propagationStopped = true;
  }

  get isTrusted() {
    return self(this).#trusted;
  }
}

const tag = (name) => ({ __proto__: null, value: name, configurable: true });
const phase = (value) => ({ __proto__: null, value, enumerable: true });

enumerable(Event, Object.getOwnPropertyNames(Event.prototype).slice(1));
Object.defineProperties(Event.prototype, {
  isTrusted: { __proto__: null, configurable: false },
  [Symbol.toStringTag]: tag('Event'),
});
Object.defineProperties(Event, {
  NONE: phase(0),
  CAPTURING_PHASE: phase(1),
  AT_TARGET: phase(2),
  BUBBLING_PHASE: phase(3),
});

class CustomEvent extends Event {
  #detail;

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    if (!(#detail in this)) throw new errors.ERR_INVALID_THIS('CustomEvent');
    return this.#detail;
  }
}

enumerable(CustomEvent, ['detail']);
Object.defineProperty(CustomEvent.prototype, Symbol.toStringTag, tag('CustomEvent'));

module.exports = {
  CustomEvent,
  Event,
  beginDispatch,
  domString,
  endDispatch,
  enterListener,
  enumerable,
  isDispatching,
  isEvent,
  isStopped,
  kTrustEvent,
  tag,
};
