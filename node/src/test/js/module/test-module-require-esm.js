'use strict';

// require() loads an ECMAScript module that does not wait at its top level; import() works in CommonJS.

const { mustCall } = require('../common');
const assert = require('assert');

const plain = require('./fixtures/plain.mjs');
assert.deepStrictEqual({ ...plain }, { __esModule: true, a: 1, default: 5 });
assert.strictEqual(require('./fixtures/plain.mjs'), plain);
assert.throws(() => require('./fixtures/waits.mjs'), { code: 'ERR_REQUIRE_ASYNC_MODULE' });

import('./fixtures/waits.mjs').then(mustCall((waits) => assert.strictEqual(waits.late, true)));
import('./fixtures/common.cjs').then(mustCall((common) => {
  assert.deepStrictEqual(Object.keys(common), ['default', 'module.exports', 'x', 'y']);
}));
