'use strict';

/**
 * Measuring for performance observers. It costs nothing until a program observes: `internal/perf/observe` puts itself here when it loads,
 * and says whether anything is observed.
 */

const observed = { by: null, now: false };

/** When something began, in milliseconds as `performance.now()` has them; undefined while nobody observes entries of the type. */
function begin(type) {
  if (observed.by === null || !observed.by.hasObserver(type)) return undefined;
  return require('internal/perf/clock').now();
}

/**
 * Reports what `begin` began.
 * @param {number|undefined} start what `begin` gave
 */
function end(start, type, name, detail) {
  if (start === undefined || !observed.by.hasObserver(type)) return;
  observed.by.report(type, name, start, require('internal/perf/clock').now() - start, detail);
}

module.exports = { begin, end, observed };
