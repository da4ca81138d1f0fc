'use strict';

// A traced operation tells of its events in order, on one context object.

const { mustCall } = require('../common');
const assert = require('assert');
const { tracingChannel } = require('diagnostics_channel');

function traced(name) {
  const events = [];
  const tracing = tracingChannel(name);
  const handlers = {};
  for (const event of ['start', 'end', 'asyncStart', 'asyncEnd', 'error']) handlers[event] = () => events.push(event);
  tracing.subscribe(handlers);
  return { tracing, events };
}

const sync = traced('sync');
const context = {};
assert.strictEqual(sync.tracing.traceSync((x) => x, context, null, 5), 5);
assert.strictEqual(context.result, 5);
assert.throws(() => sync.tracing.traceSync(() => { throw new Error('out'); }), /out/);
assert.deepStrictEqual(sync.events, ['start', 'end', 'start', 'error', 'end']);

const promised = traced('promise');
promised.tracing.tracePromise(async () => 7).then(mustCall((value) => {
  assert.strictEqual(value, 7);
  assert.deepStrictEqual(promised.events, ['start', 'end', 'asyncStart', 'asyncEnd']);
}));

const called = traced('callback');
called.tracing.traceCallback((value, done) => setImmediate(done, null, value), -1, {}, null, 9, mustCall((error, value) => {
  assert.strictEqual(value, 9);
  assert.deepStrictEqual(called.events, ['start', 'end', 'asyncStart']);
}));

const silent = tracingChannel('silent');
assert.strictEqual(silent.hasSubscribers, false);
assert.strictEqual(silent.traceSync(() => 1), 1);
