'use strict';
// process.exitCode is there for good: it can't be deleted.
require('../common');
const assert = require('assert');

assert.throws(() => { delete process.exitCode; }, TypeError);
process.exitCode = 0;
assert.strictEqual(process.exitCode, 0);
