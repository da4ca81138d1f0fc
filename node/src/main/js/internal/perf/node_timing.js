'use strict';

/** `performance.nodeTiming` and the loop's utilization. */

const { loopIdle, loopMetrics, milestone, now } = binding('perf_hooks');
const { PerformanceEntry, inspectEntry } = require('internal/perf/entry');

const NAMES = ['name', 'entryType', 'startTime', 'duration', 'nodeStart', 'v8Start', 'bootstrapComplete', 'environment',
               'loopStart', 'loopExit', 'idleTime'];

/** Milliseconds that the loop has waited since it began; 0 before. */
function idleTime() {
  return milestone('LOOP_START') < 0 ? 0 : loopIdle();
}

class PerformanceNodeTiming {
  constructor() {
    const getters = {
      name: () => 'node',
      entryType: () => 'node',
      startTime: () => 0,
      duration: now,
      nodeStart: () => 0,
      v8Start: () => milestone('V8_START'),
      environment: () => milestone('ENVIRONMENT'),
      loopStart: () => milestone('LOOP_START'),
      loopExit: () => milestone('LOOP_EXIT'),
      bootstrapComplete: () => milestone('BOOTSTRAP_COMPLETE'),
      idleTime,
      uvMetricsInfo: () => {
        const [loopCount, events, eventsWaiting] = loopMetrics();
        return { loopCount, events, eventsWaiting };
      },
    };
    for (const name of Object.keys(getters)) {
      Object.defineProperty(this, name, {
        __proto__: null, configurable: true, enumerable: name !== 'uvMetricsInfo', get: getters[name],
      });
    }
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return inspectEntry(this, depth, options);
  }

  toJSON() {
    return Object.fromEntries(NAMES.map((name) => [name, this[name]]));
  }
}

Object.setPrototypeOf(PerformanceNodeTiming.prototype, PerformanceEntry.prototype);

function utilization(idle, active) {
  return { idle, active, utilization: idle + active === 0 ? 0 : active / (idle + active) };
}

/** The share of a loop that started `elapsed` milliseconds ago and has waited `idle` of them; see eventLoopUtilization. */
function utilizationSince(elapsed, idle, first, second) {
  if (second) return utilization(first.idle - second.idle, first.active - second.active);
  const active = elapsed - idle;
  return first ? utilization(idle - first.idle, active - first.active) : utilization(idle, active);
}

/**
 * Time the loop has waited and worked: so far, since `first`, or between `second` and `first`.
 * Source: Node's documentation, `performance.eventLoopUtilization()`.
 */
function eventLoopUtilization(first, second) {
  const loopStart = milestone('LOOP_START');
  return loopStart <= 0 ? utilization(0, 0) : utilizationSince(now() - loopStart, loopIdle(), first, second);
}

module.exports = { eventLoopUtilization, nodeTiming: new PerformanceNodeTiming(), utilizationSince };
