'use strict';

// Threads share the locks: what one holds another has to wait for.

const { mustCall } = require('../common');
const assert = require('assert');
const { once } = require('events');
const { Worker } = require('worker_threads');

async function test() {
  const worker = new Worker(`
    const { parentPort } = require('worker_threads');
    navigator.locks.request('common', () => new Promise((resolve) => {
      parentPort.once('message', resolve);
      parentPort.postMessage('held');
    }));`, { eval: true });
  assert.deepStrictEqual(await once(worker, 'message'), ['held']);
  assert.strictEqual(await navigator.locks.request('common', { ifAvailable: true }, (lock) => lock), null);
  const mine = navigator.locks.request('common', ({ name }) => name);
  worker.postMessage('give it back');
  assert.strictEqual(await mine, 'common');
}

// To wait for a lock does not keep a thread alive.
const alive = setInterval(() => {}, 1e6);
test().then(mustCall(() => clearInterval(alive)));
