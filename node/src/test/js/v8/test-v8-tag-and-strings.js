'use strict';
// The tag of compiled code changes with the flags; a string's units fit bytes or do not.
require('../common');
const assert = require('assert');
const v8 = require('v8');

const tag = v8.cachedDataVersionTag();
assert(Number.isInteger(tag) && tag >= 0 && tag < 2 ** 32);
assert.strictEqual(v8.cachedDataVersionTag(), tag);
v8.setFlagsFromString('--allow-natives-syntax');
assert.notStrictEqual(v8.cachedDataVersionTag(), tag);

for (const text of ['', 'text', '\0\xff', 'café']) assert.strictEqual(v8.isStringOneByteRepresentation(text), true);
for (const text of ['\u0100', 'text €', '\ud83d\ude00']) assert.strictEqual(v8.isStringOneByteRepresentation(text), false);
for (const other of [undefined, null, 1, {}, Symbol('s')]) {
  assert.throws(() => v8.isStringOneByteRepresentation(other), { code: 'ERR_INVALID_ARG_TYPE', message: /"content" argument must be of type string/ });
}
