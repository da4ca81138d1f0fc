'use strict';

// An unreferenced timer does not keep the program running.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');

const timeout = setTimeout(mustNotCall(), 1e6);
assert.strictEqual(timeout.hasRef(), true);
assert.strictEqual(timeout.unref(), timeout);
assert.strictEqual(timeout.hasRef(), false);
assert.strictEqual(timeout.ref(), timeout);
assert.strictEqual(timeout.hasRef(), true);
timeout.unref().unref();

const interval = setInterval(mustNotCall(), 1e6).unref();
assert.strictEqual(interval.hasRef(), false);

const immediate = setImmediate(mustCall());
assert.strictEqual(immediate.unref(), immediate);
assert.strictEqual(immediate.hasRef(), false);
assert.strictEqual(immediate.ref().hasRef(), true);
