'use strict';

/** PerformanceObserver (https://w3c.github.io/performance-timeline/#the-performanceobserver-interface). */

const errors = require('internal/errors');
const { validateFunction, validateObject } = require('internal/validators');
const { createNodeEntry, enumerable, kConstruct, tag } = require('internal/perf/entry');
const { observed } = require('internal/perf/measure');

const SUPPORTED = Object.freeze(['dns', 'function', 'gc', 'http', 'http2', 'mark', 'measure', 'net', 'resource']);

/** Connected observers, in the order of their first observation. */
const observers = new Set();

/** Those that have entries to be told of. */
const pending = new Set();

/** How many observe each type. */
const counts = new Map(SUPPORTED.map((type) => [type, 0]));

let scheduled = false;

function byStart(a, b) {
  return a.startTime - b.startTime;
}

class PerformanceObserverEntryList {
  #entries;

  constructor(token = undefined, entries) {
    if (token !== kConstruct) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
    this.#entries = entries.sort(byStart);
  }

  getEntries() {
    return this.#entries.slice();
  }

  getEntriesByType(type) {
    type = `${type}`;
    return this.#entries.filter((entry) => entry.entryType === type);
  }

  getEntriesByName(name, type = undefined) {
    name = `${name}`;
    if (type != null) return this.#entries.filter((entry) => entry.name === name && entry.entryType === type);
    return this.#entries.filter((entry) => entry.name === name);
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return require('internal/util/inspect_as').inspectAs(this, this.#entries, depth, options);
  }
}

enumerable(PerformanceObserverEntryList, ['getEntries', 'getEntriesByType', 'getEntriesByName']);
tag(PerformanceObserverEntryList, 'PerformanceObserverEntryList');

let offer;
let dispatch;

class PerformanceObserver {
  #buffer = [];
  #types = new Set();
  /** 'single' or 'multiple', as its first observation was. */
  #mode;
  #callback;

  static {
    offer = (observer, entry) => observer.#offer(entry);
    dispatch = (observer) => observer.#dispatch();
  }

  constructor(callback) {
    validateFunction(callback, 'callback');
    this.#callback = callback;
  }

  #offer(entry) {
    if (!this.#types.has(entry.entryType)) return;
    this.#buffer.push(entry);
    this.#schedule();
  }

  #schedule() {
    pending.add(this);
    if (scheduled) return;
    scheduled = true;
    setImmediate(dispatchAll);
  }

  #dispatch() {
    const callback = this.#callback;
    callback.call(this, new PerformanceObserverEntryList(kConstruct, this.takeRecords()), this);
  }

  observe(options = {}) {
    validateObject(options, 'options');
    const { entryTypes, type } = options;
    if (entryTypes === undefined && type === undefined) {
      throw new errors.ERR_MISSING_ARGS('options.entryTypes', 'options.type');
    }
    if (entryTypes != null && type != null) {
      throw new errors.ERR_INVALID_ARG_VALUE('options.entryTypes', entryTypes, 'options.entryTypes can not set with options.type together');
    }
    const mode = entryTypes === undefined ? 'single' : 'multiple';
    if ((this.#mode ??= mode) !== mode) {
      throw new DOMException(`PerformanceObserver can not change to ${mode === 'single' ? 'single observation' : 'multiple observations'}`,
                             'InvalidModificationError');
    }
    if (mode === 'multiple') {
      if (!Array.isArray(entryTypes)) throw new errors.ERR_INVALID_ARG_TYPE('options.entryTypes', 'string[]', entryTypes);
      this.#change(new Set(entryTypes.filter((each) => SUPPORTED.includes(each))));
      return;
    }
    if (!SUPPORTED.includes(type)) return;
    this.#change(new Set([...this.#types, type]));
    if (options.buffered) {
      this.#buffer.push(...require('internal/perf/timeline').entries(undefined, type));
      this.#schedule();
    }
  }

  #change(types) {
    for (const type of this.#types) uncount(type);
    this.#types = types;
    for (const type of types) count(type);
    if (types.size === 0) {
      this.disconnect();
      return;
    }
    observers.add(this);
    observed.now = true;
  }

  disconnect() {
    for (const type of this.#types) uncount(type);
    observers.delete(this);
    observed.now = observers.size > 0;
    pending.delete(this);
    this.#buffer = [];
    this.#types = new Set();
    this.#mode = undefined;
  }

  takeRecords() {
    const list = this.#buffer;
    this.#buffer = [];
    return list;
  }

  static get supportedEntryTypes() {
    return SUPPORTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return require('internal/util/inspect_as').inspectAs(this, {
      connected: observers.has(this),
      pending: pending.has(this),
      entryTypes: [...this.#types],
      buffer: this.#buffer,
    }, depth, options);
  }
}

enumerable(PerformanceObserver, ['observe', 'disconnect', 'takeRecords']);
tag(PerformanceObserver, 'PerformanceObserver');

function count(type) {
  const before = counts.get(type);
  counts.set(type, before + 1);
  if (type === 'gc' && before === 0) require('internal/perf/collections').watch(true);
}

function uncount(type) {
  const left = counts.get(type) - 1;
  counts.set(type, left);
  if (type === 'gc' && left === 0) require('internal/perf/collections').watch(false);
}

function dispatchAll() {
  scheduled = false;
  const due = [...pending];
  pending.clear();
  for (const observer of due) dispatch(observer);
}

/** Whether somebody observes entries of this type: rooms ask before they measure. */
function hasObserver(type) {
  return counts.get(type) > 0;
}

/** Offers an entry to the observers. */
function enqueue(entry) {
  for (const observer of observers) offer(observer, entry);
}

/**
 * Offers an entry of the runtime itself to the observers.
 * @param {string} type `http`, `net`, `dns` …
 * @param {number} start milliseconds as `performance.now()` has them
 * @param {object} [members] what the entry has as properties of its own, besides
 */
function report(type, name, start, duration, detail, members) {
  enqueue(Object.assign(createNodeEntry(name, type, start, duration, detail), members));
}

observed.by = { hasObserver, report };

module.exports = { PerformanceObserver, PerformanceObserverEntryList, enqueue, hasObserver, report };
