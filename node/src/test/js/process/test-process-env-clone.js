'use strict';

// The environment is cloned as a plain object.

require('../common');
const assert = require('assert');

process.env.BARISTA_TEST_CLONE = '1';
const copy = structuredClone(process.env);
assert.strictEqual(Object.getPrototypeOf(copy), Object.prototype);
assert.deepStrictEqual(Object.keys(copy), Object.keys(process.env));
assert.strictEqual(copy.BARISTA_TEST_CLONE, '1');
copy.BARISTA_TEST_CLONE = 2;
assert.strictEqual(copy.BARISTA_TEST_CLONE, 2);
assert.strictEqual(process.env.BARISTA_TEST_CLONE, '1');
