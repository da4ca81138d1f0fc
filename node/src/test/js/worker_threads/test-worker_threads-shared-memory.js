'use strict';

// Threads see one shared memory; Atomics.wait and waitAsync end when another thread notifies.

const { mustCall } = require('../common');
const assert = require('assert');
const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');

if (isMainThread) {
  const memory = new Int32Array(new SharedArrayBuffer(16));
  const worker = new Worker(__filename, { workerData: memory });
  Atomics.wait(memory, 0, 0);
  assert.strictEqual(Atomics.load(memory, 0), 1);
  worker.on('message', mustCall((message) => {
    assert.strictEqual(message, 'waits');
    Atomics.store(memory, 1, 5);
    Atomics.notify(memory, 1);
  }));
  worker.on('exit', mustCall(() => assert.strictEqual(Atomics.load(memory, 2), 6)));
} else {
  Atomics.store(workerData, 0, 1);
  Atomics.notify(workerData, 0);
  const alive = setInterval(() => {}, 60_000);
  const { value } = Atomics.waitAsync(workerData, 1, 0, 30_000);
  value.then((result) => {
    assert.strictEqual(result, 'ok');
    Atomics.store(workerData, 2, workerData[1] + 1);
    clearInterval(alive);
  });
  parentPort.postMessage('waits');
}
