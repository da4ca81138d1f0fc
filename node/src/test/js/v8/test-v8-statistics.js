'use strict';

// The heap's statistics are sound, and no snapshot is being built.

const assert = require('assert');
const v8 = require('v8');

const heap = v8.getHeapStatistics();
assert.ok(heap.used_heap_size > 0 && heap.used_heap_size <= heap.total_heap_size && heap.total_heap_size <= heap.heap_size_limit);
assert.strictEqual(heap.does_zap_garbage, 0);
assert.ok(Object.values(heap).every((value) => Number.isSafeInteger(value) && value >= 0));

const spaces = v8.getHeapSpaceStatistics();
assert.ok(spaces.length > 1);
for (const { space_name: name, ...sizes } of spaces) {
  assert.strictEqual(typeof name, 'string');
  assert.deepStrictEqual(Object.keys(sizes), ['space_size', 'space_used_size', 'space_available_size', 'physical_space_size']);
}
assert.ok(v8.getHeapCodeStatistics().code_and_metadata_size > 0);

assert.ok(!v8.startupSnapshot.isBuildingSnapshot());
assert.throws(() => v8.startupSnapshot.addSerializeCallback(() => {}), { code: 'ERR_NOT_BUILDING_SNAPSHOT' });
assert.throws(() => v8.setFlagsFromString(1), { code: 'ERR_INVALID_ARG_TYPE' });
