'use strict';

// All channels of a name hear what one of them says, but not itself.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { BroadcastChannel: ofModule } = require('worker_threads');

assert.strictEqual(ofModule, BroadcastChannel);
assert.throws(() => new BroadcastChannel(), { code: 'ERR_MISSING_ARGS' });
const [speaker, first, second] = Array.from({ length: 3 }, () => new BroadcastChannel('menu'));
const other = new BroadcastChannel('other').unref();
assert.deepStrictEqual([speaker.name, speaker.ref() === speaker], ['menu', true]);
speaker.onmessage = mustNotCall();
other.onmessage = mustNotCall();
for (const channel of [first, second]) {
  channel.onmessage = mustCall(({ data, target, type }) => {
    assert.deepStrictEqual([data, target, type], [{ dish: 'tea' }, channel, 'message']);
    channel.close();
    speaker.close();
  });
}
assert.throws(() => speaker.postMessage(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => speaker.postMessage(Symbol('x')), { name: 'DataCloneError' });
speaker.postMessage({ dish: 'tea' });
process.on('exit', () => assert.throws(() => speaker.postMessage(1), { name: 'InvalidStateError', message: 'BroadcastChannel is closed.' }));
