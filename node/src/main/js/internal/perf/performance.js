'use strict';

/** The global `performance` (https://w3c.github.io/hr-time/#dom-performance). */

const errors = require('internal/errors');
const { timeOrigin: originTime } = binding('perf_hooks');
const { now } = require('internal/perf/clock');
const { EventTarget, defineEventHandler } = require('internal/event_target');
const { enumerable, tag } = require('internal/perf/entry');
const { defineLazy } = require('internal/lazy_property');
const timeline = require('internal/perf/timeline');
const observe = require('internal/perf/observe');
const userTiming = require('internal/perf/usertiming');

const kConstruct = Symbol('performance');

function missing(count, name) {
  if (count === 0) throw new errors.ERR_MISSING_ARGS(name);
}

class Performance extends EventTarget {
  #own = true;

  constructor(token = undefined) {
    if (token !== kConstruct) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#own in value)) throw new errors.ERR_INVALID_THIS('Performance');
  }

  clearMarks(name = undefined) {
    Performance.#check(this);
    if (name !== undefined) name = `${name}`;
    userTiming.forgetMarks(name);
    timeline.clear('mark', name);
  }

  clearMeasures(name = undefined) {
    Performance.#check(this);
    timeline.clear('measure', name === undefined ? name : `${name}`);
  }

  clearResourceTimings(name = undefined) {
    Performance.#check(this);
    timeline.clear('resource', name === undefined ? name : `${name}`);
  }

  getEntries() {
    Performance.#check(this);
    return timeline.entries();
  }

  getEntriesByName(name) {
    Performance.#check(this);
    missing(arguments.length, 'name');
    const type = arguments[1];
    return timeline.entries(`${name}`, type === undefined ? type : `${type}`);
  }

  getEntriesByType(type) {
    Performance.#check(this);
    missing(arguments.length, 'type');
    return timeline.entries(undefined, `${type}`);
  }

  mark(name, options = {}) {
    Performance.#check(this);
    missing(arguments.length, 'name');
    const mark = userTiming.mark(name, options);
    observe.enqueue(mark);
    timeline.keep(mark);
    return mark;
  }

  measure(name, startOrMeasureOptions = {}, endMark = undefined) {
    Performance.#check(this);
    missing(arguments.length, 'name');
    const measure = userTiming.measure(name, startOrMeasureOptions, endMark);
    observe.enqueue(measure);
    timeline.keep(measure);
    return measure;
  }

  now() {
    Performance.#check(this);
    return now();
  }

  setResourceTimingBufferSize(maxSize) {
    Performance.#check(this);
    missing(arguments.length, 'maxSize');
    timeline.limitResources(maxSize);
  }

  get timeOrigin() {
    Performance.#check(this);
    return originTime();
  }

  toJSON() {
    Performance.#check(this);
    return { nodeTiming: this.nodeTiming, timeOrigin: this.timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return require('internal/util/inspect_as').inspectAs(this, { nodeTiming: this.nodeTiming, timeOrigin: this.timeOrigin }, depth, options, 'Performance');
  }
}

enumerable(Performance, ['clearMarks', 'clearMeasures', 'clearResourceTimings', 'getEntries', 'getEntriesByName',
                         'getEntriesByType', 'mark', 'measure', 'now', 'setResourceTimingBufferSize', 'timeOrigin', 'toJSON']);
tag(Performance, 'Performance');

function eventLoopUtilization(utilization1, utilization2) {
  return require('internal/perf/node_timing').eventLoopUtilization(utilization1, utilization2);
}

function timerify(fn, options = {}) {
  return require('internal/perf/timerify').timerify(fn, options);
}

function markResourceTiming(timingInfo, requestedUrl, initiatorType, global, cacheMode, bodyInfo, responseStatus, deliveryType = '') {
  return require('internal/perf/resource_timing')
    .markResourceTiming(timingInfo, requestedUrl, initiatorType, global, cacheMode, bodyInfo, responseStatus, deliveryType);
}

Object.defineProperties(Performance.prototype, {
  eventLoopUtilization: { __proto__: null, configurable: true, writable: true, value: eventLoopUtilization },
  markResourceTiming: { __proto__: null, configurable: true, writable: true, value: markResourceTiming },
  timerify: { __proto__: null, configurable: true, writable: true, value: timerify },
});
defineLazy(Performance.prototype, 'nodeTiming', false, () => require('internal/perf/node_timing').nodeTiming);
defineEventHandler(Performance.prototype, 'resourcetimingbufferfull');

module.exports = { Performance, performance: new Performance(kConstruct) };
