'use strict';

const { mustCall } = require('../common');
const assert = require('assert');
const { PerformanceObserver, createHistogram, timerify } = require('perf_hooks');

const histogram = createHistogram();
const add = timerify(function add(a, b) { return a + b; }, { histogram });
assert.strictEqual(add.name, 'timerified add');
assert.strictEqual(add.length, 2);

const observer = new PerformanceObserver(mustCall((list) => {
  const [entry] = list.getEntries();
  assert.deepStrictEqual([entry.name, entry.entryType, entry[0], entry[1]], ['add', 'function', 1, 2]);
  assert.deepStrictEqual(entry.detail, [1, 2]);
  observer.disconnect();
}));
observer.observe({ entryTypes: ['function'] });
assert.strictEqual(add(1, 2), 3);
assert.strictEqual(histogram.count, 1);

class Made {}
assert.ok(new (timerify(Made))() instanceof Made);
