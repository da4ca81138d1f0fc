'use strict';

/** `events.on()`: an async iterator over the events of one name. */

const errors = require('internal/errors');
const { validateAbortSignal, validateInteger, validateObject } = require('internal/validators');
const { addAbortListener, listen, unlisten } = require('internal/events/waiting');

const kFirstEventParam = Symbol('nodejs.kFirstEventParam');

const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function*() {}.prototype));

/** One mark of the options, under its present or its former name. */
function watermark(options, name, formerName, fallback) {
  const value = name in options ? options[name] : formerName in options ? options[formerName] : fallback;
  validateInteger(value, `options.${name}`, 1);
  return value;
}

/**
 * Holds events that came before they were asked for, or requests that came before their event; never both.
 *
 * Options: `signal`, `close` (names of events that end the iteration), `highWaterMark` and `lowWaterMark` (the
 * emitter is paused above and resumed below), and kFirstEventParam: a value is then an event's first argument
 * instead of the array of all.
 */
class EventIterator {
  #emitter;
  #listeners = [];
  #events = [];
  #requests = [];
  #error = null;
  #paused = false;
  #finished = false;
  #high;
  #low;
  #abortListener;

  constructor(emitter, event, options) {
    validateObject(options, 'options');
    const { signal } = options;
    validateAbortSignal(signal, 'options.signal');
    if (signal?.aborted) throw new errors.AbortError(undefined, { cause: signal.reason });
    this.#emitter = emitter;
    this.#high = watermark(options, 'highWaterMark', 'highWatermark', Number.MAX_SAFE_INTEGER);
    this.#low = watermark(options, 'lowWaterMark', 'lowWatermark', 1);
    const onEvent = options[kFirstEventParam] ? (value) => this.#take(value) : (...args) => this.#take(args);
    this.#listen(event, onEvent);
    if (event !== 'error' && typeof emitter.on === 'function') this.#listen('error', (error) => this.#fail(error));
    for (const name of options.close ?? []) this.#listen(name, () => this.#close());
    if (signal) {
      this.#abortListener = addAbortListener(signal, () => {
        this.#fail(new errors.AbortError(undefined, { cause: signal.reason }));
      });
    }
  }

  #listen(name, listener) {
    listen(this.#emitter, name, listener, false);
    this.#listeners.push({ name, listener });
  }

  #take(value) {
    const request = this.#requests.shift();
    if (request !== undefined) {
      request.resolve({ value, done: false });
      return;
    }
    this.#events.push(value);
    if (!this.#paused && this.#events.length > this.#high) {
      this.#paused = true;
      this.#emitter.pause();
    }
  }

  #fail(error) {
    const request = this.#requests.shift();
    if (request === undefined) this.#error = error;
    else request.reject(error);
    this.#close();
  }

  #close() {
    this.#abortListener?.[Symbol.dispose]();
    for (const { name, listener } of this.#listeners.splice(0)) unlisten(this.#emitter, name, listener);
    this.#finished = true;
    const result = { value: undefined, done: true };
    for (const request of this.#requests.splice(0)) request.resolve(result);
    return Promise.resolve(result);
  }

  /** What tests of back pressure look at. */
  get [Symbol.for('nodejs.watermarkData')]() {
    const size = () => this.#events.length;
    const low = () => this.#low;
    const high = () => this.#high;
    const isPaused = () => this.#paused;
    return {
      get size() { return size(); },
      get low() { return low(); },
      get high() { return high(); },
      get isPaused() { return isPaused(); },
    };
  }

  next() {
    if (this.#events.length > 0) {
      const value = this.#events.shift();
      if (this.#paused && this.#events.length < this.#low) {
        this.#emitter.resume();
        this.#paused = false;
      }
      return Promise.resolve({ value, done: false });
    }
    if (this.#error !== null) {
      const rejected = Promise.reject(this.#error);
      this.#error = null;
      return rejected;
    }
    if (this.#finished) return this.#close();
    return new Promise((resolve, reject) => this.#requests.push({ resolve, reject }));
  }

  return() {
    return this.#close();
  }

  throw(error) {
    if (!(error instanceof Error)) {
      throw new errors.ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
    }
    this.#fail(error);
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

Object.setPrototypeOf(EventIterator.prototype, AsyncIteratorPrototype);

module.exports = { EventIterator, kFirstEventParam };
