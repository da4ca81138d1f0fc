'use strict';

// promisify() and callbackify() turn one convention into the other.

const assert = require('assert');
const { callbackify, promisify } = require('util');
const { mustCall, expectWarning } = require('../common');

expectWarning('DeprecationWarning', [
  ['Calling promisify on a function that returns a Promise is likely a mistake.', 'DEP0174'],
]);

function later(value, callback) { process.nextTick(callback, null, value, 'more'); }
const promised = promisify(later);
promised(5).then(mustCall((value) => assert.strictEqual(value, 5)));
promisify((callback) => callback(new Error('no')))().catch(mustCall((error) => assert.strictEqual(error.message, 'no')));
promisify(async (callback) => callback(null, 1))();
assert.strictEqual(promisify(promised), promised);

async function own() {}
function custom() {}
custom[promisify.custom] = own;
assert.strictEqual(promisify(custom), own);
custom[promisify.custom] = 5;
assert.throws(() => promisify(custom), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => promisify(5), { code: 'ERR_INVALID_ARG_TYPE' });

const called = callbackify(async function name(a) { return [this.x, a]; });
assert.strictEqual(called.name, 'nameCallbackified');
assert.strictEqual(called.length, 2);
called.call({ x: 1 }, 2, mustCall((error, value) => {
  assert.strictEqual(error, null);
  assert.deepStrictEqual(value, [1, 2]);
}));
callbackify(() => Promise.reject(null))(mustCall((error) => {
  assert.strictEqual(error.code, 'ERR_FALSY_VALUE_REJECTION');
  assert.strictEqual(error.reason, null);
}));
assert.throws(() => called(1), { code: 'ERR_INVALID_ARG_TYPE' });
