'use strict';

// once() and on() wait for events, and end with errors and signals.

const { mustCall } = require('../common');
const assert = require('assert');
const EventEmitter = require('events');

(async () => {
  const emitter = new EventEmitter();
  process.nextTick(() => emitter.emit('event', 1, 2));
  assert.deepStrictEqual(await EventEmitter.once(emitter, 'event'), [1, 2]);

  process.nextTick(() => emitter.emit('error', new Error('meanwhile')));
  await assert.rejects(EventEmitter.once(emitter, 'event'), /meanwhile/);
  await assert.rejects(EventEmitter.once(emitter, 'event', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  assert.deepStrictEqual(emitter.eventNames(), []);

  process.nextTick(() => {
    for (const value of [1, 2, 3]) emitter.emit('value', value);
  });
  const seen = [];
  for await (const [value] of EventEmitter.on(emitter, 'value')) {
    seen.push(value);
    if (value === 3) break;
  }
  assert.deepStrictEqual(seen, [1, 2, 3]);

  const target = new EventTarget();
  process.nextTick(() => target.dispatchEvent(new Event('event')));
  const [event] = await EventEmitter.once(target, 'event');
  assert.strictEqual(event.type, 'event');
})().then(mustCall());
