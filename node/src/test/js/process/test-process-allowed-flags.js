'use strict';

// The set of allowed flags knows them in any spelling and cannot be changed, by Set's own methods neither.

require('../common');
const assert = require('assert');

const flags = process.allowedNodeEnvironmentFlags;
for (const flag of ['-r', 'r', '--stack-trace-limit=100', 'stack_trace_limit', '--perf_basic-prof', 'no-warnings']) assert.ok(flags.has(flag), flag);
for (const flag of ['--r', '-R', '--cheeseburgers', '---require', 1, undefined]) assert.ok(!flags.has(flag), String(flag));

const { size } = flags;
assert.ok(size > 40);
for (const change of [() => flags.add('--mine'), () => Set.prototype.add.call(flags, '--mine'), () => flags.delete('-r'), () => flags.clear(),
                      () => Set.prototype.clear.call(flags)]) change();
assert.ok(!flags.has('--mine') && flags.has('-r'));
assert.strictEqual(flags.size, size);
assert.ok([...flags].includes('-r'));
assert.deepStrictEqual([...flags.keys()], [...flags.values()]);
flags.forEach(function(flag, same, set) {
  assert.strictEqual(flag, same);
  assert.strictEqual(set, flags);
  assert.strictEqual(this, assert);
}, assert);
