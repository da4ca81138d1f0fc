'use strict';

// An error event that nobody listens to is thrown; monitors hear of it first.

const { errorLike, mustCall } = require('../common');
const assert = require('assert');
const EventEmitter = require('events');

const emitter = new EventEmitter();
const error = new Error('unheard');
emitter.on(EventEmitter.errorMonitor, mustCall((seen) => assert.strictEqual(seen, error)));
assert.throws(() => emitter.emit('error', error), error);
assert.throws(() => new EventEmitter().emit('error', { no: 'error' }), errorLike({ code: 'ERR_UNHANDLED_ERROR' }));
emitter.on('error', mustCall());
emitter.removeAllListeners(EventEmitter.errorMonitor);
assert.strictEqual(emitter.emit('error', error), true);
