'use strict';

// What code throws is held against classes, patterns, objects and functions.

const { mustCall } = require('../common');
const assert = require('assert');

const fail = () => { throw Object.assign(new TypeError('wrong type'), { code: 'E_X', info: { n: 1 } }); };

assert.throws(fail);
assert.throws(fail, TypeError);
assert.throws(fail, /^TypeError: wrong/);
assert.throws(fail, { name: 'TypeError', message: /type$/, code: 'E_X', info: { n: 1 } });
assert.throws(fail, (error) => error.code === 'E_X');
assert.throws(() => assert.throws(fail, RangeError), /instance of "RangeError". Received "TypeError"/);
assert.throws(() => assert.throws(() => {}), { message: 'Missing expected exception.' });
assert.throws(() => assert.throws(() => {}, TypeError, 'say why'), { message: 'Missing expected exception (TypeError): say why' });
assert.throws(() => assert.throws(fail, 'wrong type'), { code: 'ERR_AMBIGUOUS_ARGUMENT' });
assert.throws(() => assert.throws('no function'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => assert.doesNotThrow(fail), { message: 'Got unwanted exception.\nActual message: "wrong type"' });
assert.throws(() => assert.ifError(new Error('inner')), { message: 'ifError got unwanted exception: inner' });
assert.ifError(null);

(async () => {
  await assert.rejects(Promise.reject(new Error('async')), /async/);
  await assert.rejects(async () => fail(), { code: 'E_X' });
  await assert.doesNotReject(Promise.resolve());
  await assert.rejects(assert.rejects(Promise.resolve(1)), { message: 'Missing expected rejection.' });
  await assert.rejects(assert.rejects(() => 1), { code: 'ERR_INVALID_RETURN_VALUE' });
})().then(mustCall());
