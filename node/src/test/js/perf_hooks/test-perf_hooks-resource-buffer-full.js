'use strict';
// Who hears that the buffer of resource timings is full may make room by clearing it: what waited comes into it.
const { mustCall } = require('../common');
const assert = require('assert');
const { performance } = require('perf_hooks');

function mark(startTime) {
  performance.markResourceTiming({ startTime, endTime: startTime, encodedBodySize: 0, decodedBodySize: 0 },
    'https://example.org', '', globalThis, '', {}, 200, '');
}

function startTimes() {
  return performance.getEntriesByType('resource').map((entry) => entry.startTime);
}

performance.setResourceTimingBufferSize(1);
for (const startTime of [1, 2, 3]) mark(startTime);
assert.deepStrictEqual(startTimes(), [1]);

performance.addEventListener('resourcetimingbufferfull', mustCall(() => {
  performance.clearResourceTimings();
  assert.deepStrictEqual(startTimes(), []);
  setImmediate(mustCall(() => {
    assert.deepStrictEqual(startTimes(), [2]);
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(250);
  }));
}), { once: true });
