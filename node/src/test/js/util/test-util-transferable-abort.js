'use strict';

// The copy of a transferable signal is aborted when the signal is, with its reason; other signals are no objects to transfer.
const assert = require('assert');
const { transferableAbortController, transferableAbortSignal } = require('util');
const { mustCall } = require('../common');

const move = (signal) => structuredClone(signal, { transfer: [signal] });

const aborted = move(transferableAbortSignal(AbortSignal.abort('before')));
assert.ok(aborted instanceof AbortSignal);
assert.strictEqual(aborted.aborted, true);
assert.strictEqual(aborted.reason, 'before');

const plain = new AbortController().signal;
assert.throws(() => move(plain), { name: 'DataCloneError' });
assert.strictEqual(transferableAbortSignal(plain), plain);
assert.throws(() => structuredClone(plain), { name: 'DataCloneError' });
for (const value of [undefined, null, {}]) assert.throws(() => transferableAbortSignal(value), { code: 'ERR_INVALID_ARG_TYPE' });

const controller = transferableAbortController();
const copies = [move(controller.signal), move(controller.signal)];
let left = copies.length;
// The signals' channels keep no loop alive.
const timer = setInterval(() => {}, 1000);
for (const copy of copies) {
  assert.strictEqual(copy.aborted, false);
  copy.addEventListener('abort', mustCall(() => {
    assert.strictEqual(copy.reason, 'boom');
    if (--left === 0) clearInterval(timer);
  }));
}
controller.abort('boom');
assert.strictEqual(controller.signal.aborted, true);
