'use strict';

// Promise hooks hear of every promise in Node's order, until they are stopped; what they throw is nobody's error but their own.

const assert = require('assert');
const { promiseHooks } = require('v8');
const { mustCall } = require('../common');

for (const name of ['onInit', 'onBefore', 'onAfter', 'onSettled']) {
  assert.throws(() => promiseHooks[name](async () => {}), { code: 'ERR_INVALID_ARG_TYPE' });
}

const told = [];
const tell = (event) => (promise, parent) => told.push([event, promise, parent]);
const stop = promiseHooks.createHook({ init: tell('init'), before: tell('before'), after: tell('after'), settled: tell('settled') });
const others = [];
const stopOther = promiseHooks.onInit((promise) => others.push(promise));

const first = Promise.resolve(1);
const second = first.then(() => {
  assert.strictEqual(told.at(-1)[0], 'before');
  stop();
  stopOther();
});
Promise.resolve().then(() => {}).then(mustCall(() => {
  const events = told.filter(([, promise]) => promise === first || promise === second);
  assert.deepStrictEqual(events.map(([event]) => event), ['init', 'settled', 'init', 'before']);
  assert.deepStrictEqual(events.map(([, promise]) => promise === first), [true, true, false, false]);
  assert.strictEqual(events[2][2], first);
  assert.ok(others.includes(first) && others.includes(second));

  const stopBroken = promiseHooks.onInit(() => {
    stopBroken();
    throw new Error('broken');
  });
  process.once('uncaughtException', mustCall((error) => assert.strictEqual(error.message, 'broken')));
  Promise.resolve();
}));
