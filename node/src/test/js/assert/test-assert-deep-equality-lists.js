'use strict';

// Lists are equal by their elements and by the properties that they have besides, however long they are.

require('../common');
const assert = require('assert');
const { isDeepStrictEqual } = require('util');

const large = Buffer.alloc(4 * 1024 * 1024, 'large');
assert.deepStrictEqual(Buffer.from(large), large);
const other = Buffer.from(large);
other[other.length - 1] ^= 1;
assert.ok(!isDeepStrictEqual(other, large));

const makers = [() => [1], () => Buffer.from('a'), () => new String('a'), () => new Proxy([1], {})];
for (const make of makers) {
  const withName = (value, name = 'name') => Object.assign(make(), { [name]: value });
  assert.deepStrictEqual(withName(1), withName(1));
  assert.ok(!isDeepStrictEqual(withName(1), withName(2)));
  assert.ok(!isDeepStrictEqual(withName(1), make()));
  assert.ok(!isDeepStrictEqual(make(), withName(1)));
  assert.ok(!isDeepStrictEqual(withName(1, '-1'), withName(1, 'name')));
}
// Greater than any index of an array.
assert.ok(!isDeepStrictEqual(Object.assign([1], { [2 ** 32 - 1]: 1 }), [1]));

assert.deepStrictEqual(new Uint8Array(new SharedArrayBuffer(3)), new Uint8Array(new ArrayBuffer(3)));
