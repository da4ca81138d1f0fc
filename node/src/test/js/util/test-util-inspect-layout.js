'use strict';

// Long lists are put into columns; numbers are aligned to the right.

const assert = require('assert');
const { inspect } = require('util');

assert.strictEqual(inspect(Array.from({ length: 27 }, (_, i) => i * i)), `[
    0,   1,   4,   9,  16,  25,  36,
   49,  64,  81, 100, 121, 144, 169,
  196, 225, 256, 289, 324, 361, 400,
  441, 484, 529, 576, 625, 676
]`);
assert.strictEqual(inspect(Array.from({ length: 12 }, (_, i) => 'x'.repeat(1 + i % 5))), `[
  'x',     'xx',    'xxx',
  'xxxx',  'xxxxx', 'x',
  'xx',    'xxx',   'xxxx',
  'xxxxx', 'x',     'xx'
]`);
// Wide characters take two columns.
assert.strictEqual(inspect(['ああ', 'b', 'c', 'd', 'e', 'f', 'ggg']), `[
  'ああ', 'b',
  'c',    'd',
  'e',    'f',
  'ggg'
]`);
assert.strictEqual(inspect(Array.from({ length: 120 }, () => 1)).split('\n').at(-2), '  ... 20 more items');
