'use strict';

// Observers get what they observe, together and later; buffered ones what came before, too.

const { mustCall } = require('../common');
const assert = require('assert');
const { PerformanceObserver, performance } = require('perf_hooks');

performance.mark('early');
const observer = new PerformanceObserver(mustCall((list, self) => {
  assert.strictEqual(self, observer);
  assert.deepStrictEqual(list.getEntries().map((e) => e.name), ['early', 'late']);
  assert.strictEqual(list.getEntriesByName('late').length, 1);
  assert.strictEqual(list.getEntriesByType('measure').length, 0);
  observer.disconnect();
  performance.mark('unheard');
}));
observer.observe({ type: 'mark', buffered: true });
performance.mark('late');
performance.measure('not observed', 'early');

const taken = new PerformanceObserver(() => {});
taken.observe({ entryTypes: ['measure', 'no such type'] });
performance.measure('taken', 'early');
assert.deepStrictEqual(taken.takeRecords().map((e) => e.name), ['taken']);
assert.throws(() => taken.observe({ type: 'mark' }), { name: 'InvalidModificationError' });
taken.disconnect();
