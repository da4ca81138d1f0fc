'use strict';

// Durations that can't be are 1 ms, with a warning: of negative ones and NaN once, of those that are too long every time.

const { mustCall } = require('../common');
const assert = require('assert');

const seen = [];
process.on('warning', (warning) => seen.push([warning.name, warning.message.split('\n')[0]]));

for (const duration of [-1, -2, NaN, 'x', 2 ** 31, 2 ** 31]) {
  const timer = setTimeout(mustCall(), duration);
  assert.strictEqual(timer._idleTimeout, 1);
}
for (const duration of [0, 0.5, undefined, '']) setTimeout(mustCall(), duration);

setTimeout(mustCall(() => {
  assert.deepStrictEqual(seen, [
    ['TimeoutNegativeWarning', '-1 is a negative number.'],
    ['TimeoutNaNWarning', 'NaN is not a number.'],
    ['TimeoutOverflowWarning', '2147483648 does not fit into a 32-bit signed integer.'],
    ['TimeoutOverflowWarning', '2147483648 does not fit into a 32-bit signed integer.'],
  ]);
}), 20);
