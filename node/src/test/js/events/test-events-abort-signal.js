'use strict';

// AbortSignal: abort, any, timeout.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');

const controller = new AbortController();
const { signal } = controller;
const both = AbortSignal.any([signal, new AbortController().signal]);
const reason = new Error('enough');
const order = [];
signal.addEventListener('abort', mustCall(() => order.push('source')));
both.addEventListener('abort', mustCall(() => {
  order.push('composite');
  assert.strictEqual(both.reason, reason);
}));
signal.onabort = mustCall((event) => assert.strictEqual(event.target, signal));
controller.abort(reason);
controller.abort(new Error('too late'));
assert.deepStrictEqual(order, ['source', 'composite']);
assert.throws(() => both.throwIfAborted(), reason);
assert.strictEqual(AbortSignal.any([signal]).aborted, true);
AbortSignal.any([]).addEventListener('abort', mustNotCall());

const timeout = AbortSignal.timeout(1);
timeout.addEventListener('abort', mustCall(() => assert.strictEqual(timeout.reason.name, 'TimeoutError')));
setTimeout(() => {}, 10);
assert.throws(() => AbortSignal.timeout(-1), { code: 'ERR_OUT_OF_RANGE' });
