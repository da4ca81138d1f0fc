'use strict';

// terminate() ends a worker that never comes back to its loop, one that sleeps, and the workers of a worker.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { Worker } = require('worker_threads');

const scripts = {
  spinning: 'for (;;);',
  sleeping: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  waiting: 'setInterval(() => {}, 1000)',
  nesting: 'new (require("worker_threads").Worker)("for (;;);", { eval: true })',
};

for (const script of Object.values(scripts)) {
  const worker = new Worker(`process.on('exit', () => require('worker_threads').parentPort.postMessage('exit')); ${script}`, { eval: true });
  worker.on('message', mustNotCall());
  worker.on('exit', mustCall((code) => assert.strictEqual(code, 1)));
  worker.on('online', mustCall(() => worker.terminate().then(mustCall((code) => assert.strictEqual(code, 1)))));
}

new Worker('for (;;);', { eval: true }).terminate().then(mustCall());
