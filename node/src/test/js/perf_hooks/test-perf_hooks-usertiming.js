'use strict';

// Marks and measures, their entries and errors.

const { errorLike } = require('../common');
const assert = require('assert');
const { PerformanceEntry, PerformanceMark, PerformanceMeasure, performance } = require('perf_hooks');

const a = performance.mark('a', { startTime: 5 });
assert.ok(a instanceof PerformanceMark && a instanceof PerformanceEntry);
assert.deepStrictEqual(a.toJSON(), { name: 'a', entryType: 'mark', startTime: 5, duration: 0, detail: null });
performance.mark('b', { startTime: 15 });

const measure = performance.measure('a to b', 'a', 'b');
assert.ok(measure instanceof PerformanceMeasure);
assert.deepStrictEqual([measure.startTime, measure.duration], [5, 10]);
const { startTime, duration } = performance.measure('backwards', { end: 'b', duration: 4 });
assert.deepStrictEqual([startTime, duration], [11, 4]);

assert.deepStrictEqual(performance.getEntries().map((e) => e.name), ['a', 'a to b', 'backwards', 'b']);
assert.deepStrictEqual(performance.getEntriesByType('mark').map((e) => e.name), ['a', 'b']);
assert.strictEqual(performance.getEntriesByName('a to b', 'mark').length, 0);
performance.clearMarks('a');
assert.deepStrictEqual(performance.getEntriesByType('mark').map((e) => e.name), ['b']);
performance.clearMeasures();
performance.clearMarks();
assert.strictEqual(performance.getEntries().length, 0);

assert.throws(() => performance.measure('x', 'a'), { name: 'SyntaxError', message: 'The "a" performance mark has not been set' });
assert.throws(() => performance.mark('x', { startTime: -1 }), errorLike({ code: 'ERR_PERFORMANCE_INVALID_TIMESTAMP' }));
assert.throws(() => performance.mark('nodeStart'), errorLike({ code: 'ERR_INVALID_ARG_VALUE' }));
assert.throws(() => performance.mark(), errorLike({ code: 'ERR_MISSING_ARGS' }));
assert.throws(() => performance.measure('x', { start: 1, end: 2, duration: 1 }),
              errorLike({ code: 'ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS' }));
assert.throws(() => new PerformanceMeasure(), errorLike({ code: 'ERR_ILLEGAL_CONSTRUCTOR' }));
