'use strict';

// Tests begin when the program's own code has run: ahead of what it has timers, immediates and files for.

const assert = require('node:assert');
const fs = require('node:fs');
const { test } = require('node:test');

const order = [];
test('first', () => { order.push('first'); });
test('second', async () => { order.push('second'); await null; order.push('end of second'); });
test('third', () => { order.push('third'); });
fs.stat(__filename, () => order.push('file'));
setImmediate(() => order.push('immediate'));
process.nextTick(() => order.push('tick'));
Promise.resolve().then(() => order.push('microtask'));
order.push('program');

process.on('exit', () => {
  assert.deepStrictEqual(order.slice(0, 7), ['program', 'tick', 'microtask', 'first', 'second', 'end of second', 'third']);
  assert.deepStrictEqual(order.slice(7).sort(), ['file', 'immediate']);
});
