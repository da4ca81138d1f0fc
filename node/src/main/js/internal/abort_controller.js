'use strict';

/**
 * AbortController and AbortSignal (https://dom.spec.whatwg.org/#aborting-ongoing-activities).
 *
 * A signal made by `any()` depends on plain signals only: those of composite ones are taken over. Sources know their
 * dependents weakly and the other way round, so that neither keeps the other alive. What can still fire and is listened
 * to but held by nobody (a timeout, or a composite with living sources) is kept in `persistent`.
 */

const errors = require('internal/errors');
const { validateUint32 } = require('internal/validators');
const {
  Event, EventTarget, defineEventHandler, enumerable, kNewListener, kRemoveListener, kTrustEvent, tag,
} = require('internal/event_target');
const { kMaxEventTargetListeners } = require('events');

const kConstruct = Symbol('kConstruct');
const kDependantSignals = Symbol('kDependantSignals');

const kAborted = Symbol('kAborted');
const kReason = Symbol('kReason');

const persistent = new Set();

/** Stops the timers of timeout signals that were collected. */
const unusedTimers = new FinalizationRegistry((timer) => clearTimeout(timer));

/** Forgets composite signals that were collected. */
const unusedDependents = new FinalizationRegistry(({ source, dependent }) => {
  source.deref()?.[kDependantSignals].delete(dependent);
});

/** Takes leave of sources that were collected: a composite without any can't abort any more. */
const lostSources = new FinalizationRegistry(({ composite, source }) => {
  const signal = composite.deref();
  if (signal !== undefined) loseSource(signal, source);
});

let abortSignal;
let loseSource;

function domException(message, name) {
  return new DOMException(message, name);
}

class AbortSignal extends EventTarget {
  // Symbols, not private names: a signal behind a Proxy is a signal.
  [kAborted] = false;
  [kReason] = undefined;
  #isTimeout = false;
  /** The sources of a composite signal: timeouts, which fire anyway, strongly; the others as weak references. */
  #sources = undefined;

  static {
    abortSignal = (signal, reason) => signal.#abort(reason);
    loseSource = (signal, source) => {
      signal.#sources.delete(source);
      if (signal.#sources.size === 0) persistent.delete(signal);
    };
  }

  constructor(token = undefined) {
    if (token !== kConstruct) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
    super();
    this[kMaxEventTargetListeners] = 0;
  }

  /** The signal a method was called on. */
  static #self(value) {
    if (value === null || typeof value !== 'object' || !(kAborted in value)) {
      throw new errors.ERR_INVALID_THIS('AbortSignal');
    }
    return value;
  }

  get aborted() {
    return AbortSignal.#self(this)[kAborted];
  }

  get reason() {
    return AbortSignal.#self(this)[kReason];
  }

  throwIfAborted() {
    if (AbortSignal.#self(this)[kAborted]) throw this[kReason];
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return require('internal/util/inspect_as').inspectAs(this, { aborted: this.aborted }, depth, options);
  }

  static abort(reason = domException('This operation was aborted', 'AbortError')) {
    const signal = new AbortSignal(kConstruct);
    signal[kAborted] = true;
    signal[kReason] = reason;
    return signal;
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = new AbortSignal(kConstruct);
    signal.#isTimeout = true;
    const reference = new WeakRef(signal);
    const timer = setTimeout(() => {
      reference.deref()?.#abort(domException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay);
    timer.unref();
    unusedTimers.register(signal, timer);
    return signal;
  }

  static any(signals) {
    const sources = signalsOf(signals);
    const result = new AbortSignal(kConstruct);
    result.#sources = new Set();
    const aborted = sources.find((source) => source[kAborted]);
    if (aborted !== undefined) {
      result[kAborted] = true;
      result[kReason] = aborted[kReason];
      return result;
    }
    const followed = new Set();
    for (const source of sources) {
      if (source.#sources === undefined) {
        followed.add(source);
      } else {
        for (const each of source.#sources) {
          const plain = each instanceof WeakRef ? each.deref() : each;
          if (plain !== undefined) followed.add(plain);
        }
      }
    }
    for (const source of followed) result.#follow(source);
    return result;
  }

  #follow(source) {
    const dependents = source[kDependantSignals] ??= new Set();
    const dependent = new WeakRef(this);
    dependents.add(dependent);
    unusedDependents.register(this, { source: new WeakRef(source), dependent });
    const held = source.#isTimeout ? source : new WeakRef(source);
    this.#sources.add(held);
    if (held !== source) lostSources.register(source, { composite: dependent, source: held });
  }

  #abort(reason) {
    if (this[kAborted]) return;
    const signals = [this];
    for (const each of this[kDependantSignals] ?? []) {
      const dependent = each.deref();
      if (dependent !== undefined && !dependent[kAborted]) signals.push(dependent);
    }
    // All are aborted before anyone hears of it.
    for (const signal of signals) {
      signal[kAborted] = true;
      signal[kReason] = reason;
      persistent.delete(signal);
    }
    for (const signal of signals) signal.dispatchEvent(new Event('abort', { [kTrustEvent]: true }));
  }

  [kNewListener](size, type, listener, once, capture, passive, weak) {
    super[kNewListener](size, type, listener, once, capture, passive, weak);
    const canFire = !this[kAborted] && (this.#isTimeout || this.#sources?.size > 0);
    if (canFire && type === 'abort' && !weak && size === 1) persistent.add(this);
  }

  [kRemoveListener](size, type, listener, capture) {
    super[kRemoveListener](size, type, listener, capture);
    if (type === 'abort' && size === 0) persistent.delete(this);
  }
}

/** The signals of any iterable, checked. */
function signalsOf(value) {
  if (value === null || value === undefined || typeof value[Symbol.iterator] !== 'function') {
    const error = new TypeError('signals can not be converted to sequence.');
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  return Array.from(value, (signal, index) => {
    if (signal instanceof AbortSignal) return signal;
    throw new errors.ERR_INVALID_ARG_TYPE(`signals[${index}]`, 'AbortSignal', signal);
  });
}

enumerable(AbortSignal, ['aborted']);
Object.defineProperty(AbortSignal.prototype, Symbol.toStringTag, tag('AbortSignal'));
defineEventHandler(AbortSignal.prototype, 'abort');

class AbortController {
  #signal = undefined;

  get signal() {
    return this.#signal ??= new AbortSignal(kConstruct);
  }

  abort(reason = domException('This operation was aborted', 'AbortError')) {
    abortSignal(this.#signal ??= new AbortSignal(kConstruct), reason);
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    if (depth < 0) return this;
    return require('internal/util/inspect_as').inspectAs(this, { signal: this.signal }, depth, options);
  }
}

enumerable(AbortController, ['signal', 'abort']);
Object.defineProperty(AbortController.prototype, Symbol.toStringTag, tag('AbortController'));

module.exports = { AbortController, AbortSignal };
