'use strict';

const { errorLike } = require('../common');
const assert = require('assert');
const { createHistogram, monitorEventLoopDelay } = require('perf_hooks');

const h = createHistogram();
assert.deepStrictEqual([h.count, h.max, h.exceeds], [0, 0, 0]);
assert.strictEqual(h.minBigInt, 2n ** 63n - 1n);
assert.ok(Number.isNaN(h.mean) && Number.isNaN(h.stddev));
assert.deepStrictEqual(h.percentiles, new Map([[100, 0]]));

for (const value of [1, 2n, 3]) h.record(value);
assert.deepStrictEqual([h.count, h.min, h.max, h.mean], [3, 1, 3, 2]);
assert.strictEqual(h.percentile(50), 2);
assert.strictEqual(h.percentileBigInt(100), 3n);
assert.deepStrictEqual(Object.keys(h.toJSON()), ['count', 'min', 'max', 'mean', 'exceeds', 'stddev', 'percentiles']);

const sum = createHistogram();
sum.add(h);
assert.strictEqual(sum.count, 3);
h.reset();
assert.deepStrictEqual([h.count, sum.count], [0, 3]);

assert.throws(() => h.record('1'), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
assert.throws(() => h.record(0), errorLike({ code: 'ERR_OUT_OF_RANGE' }));
assert.throws(() => h.add({}), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
assert.throws(() => h.percentile(0), errorLike({ code: 'ERR_OUT_OF_RANGE' }));
assert.throws(() => createHistogram({ figures: 6 }), errorLike({ code: 'ERR_OUT_OF_RANGE' }));

const delay = monitorEventLoopDelay({ resolution: 1 });
assert.deepStrictEqual([delay.enable(), delay.enable(), delay.disable(), delay.disable()], [true, false, true, false]);
