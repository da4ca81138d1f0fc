'use strict';

// What can't be posted is refused to the caller.

const assert = require('assert');
const { receiveMessageOnPort, markAsUntransferable, isMarkedAsUntransferable } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
assert.throws(() => port1.postMessage(), { name: 'TypeError', code: 'ERR_MISSING_ARGS', message: 'Not enough arguments to MessagePort.postMessage' });
assert.throws(() => port1.postMessage(1, 5), { code: 'ERR_INVALID_ARG_TYPE', message: 'Optional transferList argument must be an iterable' });
assert.throws(() => port1.postMessage(1, { transfer: 5 }), { code: 'ERR_INVALID_ARG_TYPE', message: 'Optional options.transfer argument must be an iterable' });
assert.throws(() => port1.postMessage(() => {}), { name: 'DataCloneError', code: 25 });
assert.throws(() => port1.postMessage(1, [port1]), { name: 'DataCloneError', message: 'Transfer list contains source port' });
assert.throws(() => port1.postMessage(port2),
  { name: 'DataCloneError', message: 'Object that needs transfer was found in message but not listed in transferList' });

const buffer = new ArrayBuffer(8);
assert.strictEqual(isMarkedAsUntransferable(buffer), false);
markAsUntransferable(buffer);
assert.strictEqual(isMarkedAsUntransferable(buffer), true);
assert.throws(() => port1.postMessage(buffer, [buffer]), { name: 'DataCloneError' });
const moved = new ArrayBuffer(8);
port1.postMessage(moved, { transfer: [moved] });
assert.strictEqual(moved.byteLength, 0);
assert.strictEqual(receiveMessageOnPort(port2).message.byteLength, 8);

assert.throws(() => receiveMessageOnPort({}), { code: 'ERR_INVALID_ARG_TYPE', message: 'The "port" argument must be a MessagePort instance' });
assert.strictEqual(receiveMessageOnPort(port2), undefined);
port1.postMessage(undefined);
assert.deepStrictEqual(receiveMessageOnPort(port2), { message: undefined });
