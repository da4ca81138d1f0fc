'use strict';

// A domain gets the errors of its emitters and of what was put off inside it.

const { mustCall } = require('../common');
const assert = require('assert');
const domain = require('domain');
const EventEmitter = require('events');

const messages = [];
const d = domain.create();
d.on('error', mustCall((error) => {
  assert.strictEqual(error.domain, d);
  assert.notStrictEqual(process.domain, d);
  messages.push(error.message);
}, 4));

const emitter = new EventEmitter();
d.add(emitter);
assert.strictEqual(emitter.emit('error', new Error('emitter')), false);
assert.deepStrictEqual(d.members, [emitter]);
d.remove(emitter);
assert.throws(() => emitter.emit('error', new Error('alone')), /alone/);

d.run(() => {
  assert.strictEqual(process.domain, d);
  assert.strictEqual(new EventEmitter().domain, d);
  process.nextTick(() => { throw new Error('tick'); });
  setTimeout(() => { throw new Error('timer'); }, 1);
  Promise.resolve().then(() => {
    assert.strictEqual(process.domain, d);
    setImmediate(() => { throw new Error('immediate'); });
  });
});
assert.notStrictEqual(process.domain, d);

process.on('exit', () => assert.deepStrictEqual(messages.toSorted(), ['emitter', 'immediate', 'tick', 'timer']));
