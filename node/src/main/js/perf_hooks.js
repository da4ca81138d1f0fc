'use strict';

/** `node:perf_hooks`. */

const { Performance, performance } = require('internal/perf/performance');
const { PerformanceEntry } = require('internal/perf/entry');
const { PerformanceMark, PerformanceMeasure } = require('internal/perf/usertiming');
const { PerformanceObserver, PerformanceObserverEntryList } = require('internal/perf/observe');
const { defineLazy } = require('internal/lazy_property');

function monitorEventLoopDelay(options = {}) {
  return require('internal/perf/histogram').monitorEventLoopDelay(options);
}

function createHistogram(options = {}) {
  return require('internal/perf/histogram').createHistogram(options);
}

module.exports = { Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList };

defineLazy(module.exports, 'PerformanceResourceTiming', true,
           () => require('internal/perf/resource_timing').PerformanceResourceTiming);

Object.assign(module.exports, {
  monitorEventLoopDelay,
  eventLoopUtilization: performance.eventLoopUtilization,
  timerify: performance.timerify,
  createHistogram,
  performance,
});

const constants = {
  NODE_PERFORMANCE_GC_MAJOR: 4,
  NODE_PERFORMANCE_GC_MINOR: 1,
  NODE_PERFORMANCE_GC_INCREMENTAL: 8,
  NODE_PERFORMANCE_GC_WEAKCB: 16,
  NODE_PERFORMANCE_GC_FLAGS_NO: 0,
  NODE_PERFORMANCE_GC_FLAGS_CONSTRUCT_RETAINED: 2,
  NODE_PERFORMANCE_GC_FLAGS_FORCED: 4,
  NODE_PERFORMANCE_GC_FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING: 8,
  NODE_PERFORMANCE_GC_FLAGS_ALL_AVAILABLE_GARBAGE: 16,
  NODE_PERFORMANCE_GC_FLAGS_ALL_EXTERNAL_MEMORY: 32,
  NODE_PERFORMANCE_GC_FLAGS_SCHEDULE_IDLE: 64,
};

Object.defineProperty(module.exports, 'constants', { __proto__: null, enumerable: true, value: Object.freeze(constants) });
