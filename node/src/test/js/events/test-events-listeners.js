'use strict';

// Listeners are called in order, with the emitter and the arguments; what changes while an event is emitted counts from the next on.

const { mustCall } = require('../common');
const assert = require('assert');
const EventEmitter = require('events');

const emitter = new EventEmitter();
const order = [];
emitter.on('event', function(...args) {
  assert.strictEqual(this, emitter);
  assert.deepStrictEqual(args, [1, 2]);
  order.push('on');
});
emitter.prependListener('event', () => {
  order.push('first');
  if (order.length === 1) emitter.on('event', mustCall(() => order.push('added')));
});
emitter.once('event', () => order.push('once'));
assert.strictEqual(emitter.emit('event', 1, 2), true);
assert.deepStrictEqual(order, ['first', 'on', 'once']);
emitter.emit('event', 1, 2);
assert.deepStrictEqual(order.slice(3), ['first', 'on', 'added']);
assert.strictEqual(emitter.listenerCount('event'), 3);
emitter.removeAllListeners('event');
assert.strictEqual(emitter.emit('event'), false);
assert.deepStrictEqual(emitter.eventNames(), []);
