'use strict';

// What a module may not do ends in a RuntimeError, and the instance can be called again.

require('../common');
const assert = require('assert');
const { traps } = require('./modules');

const { divide, indirect, outside, truncate, unreachable } = new WebAssembly.Instance(new WebAssembly.Module(traps)).exports;
assert.strictEqual(divide(7, 2), 3);
assert.throws(() => unreachable(), { name: 'RuntimeError', message: 'unreachable' });
for (const trap of [
  () => outside(), () => divide(1, 0), () => divide(-(2 ** 31), -1), () => truncate(1e20), () => truncate(NaN),
  () => indirect(0), () => indirect(1), () => indirect(9),
]) {
  assert.throws(trap, WebAssembly.RuntimeError);
}
assert.strictEqual(divide(9, 3), 3);
