'use strict';

// A timeout's primitive value is its id, by which it can be cleared while it is active.

const { mustNotCall } = require('../common');
const assert = require('assert');

const timeout = setTimeout(mustNotCall(), 1);
const id = timeout[Symbol.toPrimitive]();
assert.strictEqual(typeof id, 'number');
assert.strictEqual(+timeout, id);
assert.strictEqual(`${timeout}`, String(id));
clearTimeout(id);
assert.strictEqual(timeout._destroyed, true);
