'use strict';

// The messages of failed assertions show what differs.

require('../common');
const assert = require('assert');

function messageOf(fn) {
  try {
    fn();
  } catch (error) {
    assert.strictEqual(error.code, 'ERR_ASSERTION');
    assert.strictEqual(error.name, 'AssertionError');
    return error.message;
  }
  throw new Error('nothing was thrown');
}

assert.strictEqual(messageOf(() => assert.strictEqual(1, 2)), 'Expected values to be strictly equal:\n\n1 !== 2\n');
assert.strictEqual(messageOf(() => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] })),
                   'Expected values to be strictly deep-equal:\n+ actual - expected\n\n' +
                   '  {\n    a: 1,\n    b: [\n      1,\n+     2\n-     3\n    ]\n  }\n');
assert.strictEqual(messageOf(() => assert.strictEqual('abcdefgh', 'abcdefgx')),
                   'Expected values to be strictly equal:\n+ actual - expected\n\n+ \'abcdefgh\'\n- \'abcdefgx\'\n          ^\n');
assert.strictEqual(messageOf(() => assert.strictEqual({ a: 1 }, { a: 1 })),
                   'Values have same structure but are not reference-equal:\n\n{\n  a: 1\n}\n');
assert.strictEqual(messageOf(() => assert.deepEqual({ a: 1 }, { a: 2 })),
                   'Expected values to be loosely deep-equal:\n\n{\n  a: 1\n}\n\nshould loosely deep-equal\n\n{\n  a: 2\n}');
assert.strictEqual(messageOf(() => assert.equal(1, 2)), '1 == 2');
assert.strictEqual(messageOf(() => assert(0 === 1)), 'The expression evaluated to a falsy value:\n\n  assert(0 === 1)\n');
assert.strictEqual(messageOf(() => assert.notStrictEqual(1, 1)), 'Expected "actual" to be strictly unequal to: 1');
assert.strictEqual(messageOf(() => assert.fail()), 'Failed');

const long = Array.from({ length: 30 }, (_, i) => i);
const other = long.with(20, 99);
assert.match(messageOf(() => assert.deepStrictEqual(long, other)), /^Expected.*\n\+ actual - expected\n\.\.\. Skipped lines\n/);
