'use strict';

/** Timers and dates whose clock a test turns: `mock.timers`. */

const errors = require('internal/errors');
const { validateAbortSignal, validateNumber, validateObject, validateStringArray } = require('internal/validators');

const ALL = ['setTimeout', 'setInterval', 'setImmediate', 'Date', 'scheduler.wait', 'AbortSignal.timeout'];
const PAIRS = { setTimeout: 'clearTimeout', setInterval: 'clearInterval', setImmediate: 'clearImmediate' };

/** On the Date of a mocked clock: there is one such clock at a time. */
const kMock = Symbol('MockTimers');

/** A timer of the mocked clock. */
class MockTimer {
  constructor(timers, entry) {
    this.timers = timers;
    this.entry = entry;
    this.id = entry.id;
  }

  ref() {
    return this;
  }

  unref() {
    return this;
  }

  hasRef() {
    return true;
  }

  refresh() {
    this.entry.due = this.timers.now + this.entry.delay;
    this.timers.sort();
    return this;
  }

  close() {
    this.timers.clear(this);
    return this;
  }

  [Symbol.toPrimitive]() {
    return this.id;
  }

  [Symbol.dispose]() {
    this.timers.clear(this);
  }
}

class MockTimers {
  now = 0;
  #enabled;
  #queue = [];
  #nextId = 1;
  #restore = [];

  sort() {
    this.#queue.sort((a, b) => a.due - b.due || a.id - b.id);
  }

  #add(callback, delay, args, repeat) {
    delay = Number(delay);
    if (!(delay >= 1) && !repeat.immediate) delay = 1;
    const entry = { id: this.#nextId++, callback, delay, args, interval: repeat.interval === true, due: this.now + delay };
    this.#queue.push(entry);
    this.sort();
    return new MockTimer(this, entry);
  }

  clear(timer) {
    const id = timer?.id ?? timer;
    this.#queue = this.#queue.filter((entry) => entry.id !== id);
  }

  #replace(object, name, value) {
    const original = Object.getOwnPropertyDescriptor(object, name);
    const enumerable = original?.enumerable === true;
    Object.defineProperty(object, name, { __proto__: null, configurable: true, enumerable, writable: true, value });
    // What is inherited shows again when the mock is gone.
    this.#restore.push(() => (original === undefined ? delete object[name] : Object.defineProperty(object, name, original)));
  }

  /**
   * Begins to mock.
   * @param {object} [options]
   * @param {string[]} [options.apis] which; all by default
   * @param {number|Date} [options.now] what the clock says
   */
  enable(options = { apis: ALL, now: 0 }) {
    if (this.#enabled) throw new errors.ERR_INVALID_STATE('MockTimers is already enabled!');
    validateObject(options, 'options');
    const { apis = ALL, now = 0 } = options;
    validateStringArray(apis, 'options.apis');
    for (const api of apis) {
      if (!ALL.includes(api)) throw new errors.ERR_INVALID_ARG_VALUE('options.apis', api, `option ${api} is not supported`);
    }
    if (apis.includes('Date') && Date[kMock] === true) throw new errors.ERR_INVALID_STATE('Date is already being mocked!');
    this.now = now instanceof Date ? now.getTime() : now;
    validateNumber(this.now, 'options.now');
    if (!(this.now >= 0)) throw new errors.ERR_INVALID_ARG_VALUE('now', this.now, `epoch must be a positive integer received ${this.now}`);
    this.#enabled = true;
    const timers = require('timers');
    const promises = require('timers/promises');
    for (const api of apis) {
      if (PAIRS[api] !== undefined) this.#mockTimer(api, timers, promises);
    }
    if (apis.includes('Date')) this.#mockDate();
    if (apis.includes('scheduler.wait')) {
      this.#replace(promises.scheduler, 'wait', (delay, options) => this.#promised(delay, undefined, options));
    }
    if (apis.includes('AbortSignal.timeout')) {
      this.#replace(AbortSignal, 'timeout', (delay) => {
        const controller = new AbortController();
        this.#add(() => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), delay, [], {});
        return controller.signal;
      });
    }
  }

  #mockTimer(api, timers, promises) {
    const set = {
      setTimeout: (callback, delay, ...args) => this.#add(callback, delay, args, {}),
      setInterval: (callback, delay, ...args) => this.#add(callback, delay, args, { interval: true }),
      setImmediate: (callback, ...args) => this.#add(callback, 0, args, { immediate: true }),
    }[api];
    const clear = (timer) => this.clear(timer);
    for (const holder of [globalThis, timers]) {
      this.#replace(holder, api, set);
      this.#replace(holder, PAIRS[api], clear);
    }
    if (api === 'setTimeout') this.#replace(promises, api, (delay, value, options) => this.#promised(delay, value, options));
    if (api === 'setImmediate') this.#replace(promises, api, (value, options) => this.#promised(0, value, options, { immediate: true }));
    if (api === 'setInterval') this.#replace(promises, api, (delay, value) => this.#ticks(delay, value));
  }

  #promised(delay, value, { signal } = {}, repeat = {}) {
    return new Promise((resolve, reject) => {
      if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
      const aborted = () => reject(new errors.AbortError(undefined, { cause: signal.reason }));
      if (signal?.aborted) {
        aborted();
        return;
      }
      const timer = this.#add(() => {
        signal?.removeEventListener('abort', aborted);
        resolve(value);
      }, delay, [], repeat);
      signal?.addEventListener('abort', () => {
        this.clear(timer);
        aborted();
      }, { once: true });
    });
  }

  async* #ticks(delay, value) {
    for (;;) yield this.#promised(delay, value);
  }

  #mockDate() {
    const timers = this;   // eslint-disable-line consistent-this
    const RealDate = Date;
    function MockDate(...args) {
      if (!new.target) return new RealDate(timers.now).toString();
      return Reflect.construct(RealDate, args.length === 0 ? [timers.now] : args, new.target);
    }
    Object.defineProperties(MockDate, Object.getOwnPropertyDescriptors(RealDate));
    MockDate.now = () => timers.now;
    MockDate.isMock = true;
    Object.defineProperty(MockDate, 'toString', { __proto__: null, value: () => RealDate.toString(), configurable: true, writable: true });
    Object.defineProperty(MockDate, kMock, { __proto__: null, value: true });
    this.#replace(globalThis, 'Date', MockDate);
  }

  #requireEnabled(what) {
    if (!this.#enabled) throw new errors.ERR_INVALID_STATE(`You should enable MockTimers first by calling the .enable function${what}`);
  }

  /** Turns the clock forward, calling what comes due on the way. */
  tick(time = 1) {
    this.#requireEnabled('');
    if (!(time >= 0)) throw new errors.ERR_INVALID_ARG_VALUE('time', 'positive integer', time);
    const until = this.now + time;
    for (let entry; (entry = this.#queue[0]) !== undefined && entry.due <= until;) {
      this.#queue.shift();
      this.now = Math.max(this.now, entry.due);
      if (entry.interval) {
        entry.due = this.now + entry.delay;
        this.#queue.push(entry);
        this.sort();
      }
      Reflect.apply(entry.callback, undefined, entry.args);
    }
    this.now = until;
  }

  /** Calls everything that waits. */
  runAll() {
    this.#requireEnabled('');
    const last = this.#queue.at(-1);
    if (last !== undefined) this.tick(last.due - this.now);
  }

  /** Sets the clock without calling anything that it passes. */
  setTime(time = 0) {
    validateNumber(time, 'time');
    this.#requireEnabled('');
    this.now = time;
  }

  reset() {
    if (!this.#enabled) return;
    this.#enabled = false;
    for (const restore of this.#restore.splice(0).reverse()) restore();
    this.#queue = [];
    this.now = 0;
  }

  [Symbol.dispose]() {
    this.reset();
  }
}

module.exports = { MockTimers };
