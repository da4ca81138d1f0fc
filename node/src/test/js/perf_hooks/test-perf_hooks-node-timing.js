'use strict';

// The program's milestones come in order; the loop's idle time and utilization belong together.

const { mustCall } = require('../common');
const assert = require('assert');
const { performance } = require('perf_hooks');

const { nodeTiming } = performance;
assert.ok(nodeTiming.nodeStart >= 0);
assert.ok(nodeTiming.v8Start > nodeTiming.nodeStart);
assert.ok(nodeTiming.environment > nodeTiming.v8Start);
assert.ok(nodeTiming.bootstrapComplete > nodeTiming.environment);
assert.strictEqual(nodeTiming.loopExit, -1);
assert.strictEqual(nodeTiming.loopStart, -1);
assert.deepStrictEqual(performance.eventLoopUtilization(), { idle: 0, active: 0, utilization: 0 });
assert.ok(performance.timeOrigin + performance.now() <= Date.now() + 1000);

setTimeout(mustCall(() => {
  assert.ok(nodeTiming.loopStart >= nodeTiming.bootstrapComplete);
  const { idle, active, utilization } = performance.eventLoopUtilization();
  assert.strictEqual(idle, nodeTiming.idleTime);
  assert.strictEqual(utilization, active / (idle + active));
}), 5);
process.on('exit', () => assert.ok(nodeTiming.loopExit > 0));
