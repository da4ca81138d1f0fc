'use strict';

// Web streams cross threads: a worker writes to a stream of this thread and reads another.
const assert = require('assert');
const { Worker } = require('worker_threads');
const { mustCall } = require('../common');

const worker = new Worker(`
  const { parentPort } = require('worker_threads');
  parentPort.once('message', async ({ readable, writable }) => {
    await readable.pipeTo(writable);
    parentPort.postMessage('done');
  });`, { eval: true });

const readable = new ReadableStream({
  count: 0,
  pull(controller) {
    if (this.count === 5) controller.close();
    else controller.enqueue({ count: this.count++ });
  },
});
const received = [];
const closed = Promise.withResolvers();
const writable = new WritableStream({
  write({ count }) { received.push(count); },
  close() { closed.resolve(); },
});
worker.postMessage({ readable, writable }, [readable, writable]);
worker.on('message', mustCall(async (text) => {
  assert.strictEqual(text, 'done');
  await closed.promise;
  assert.deepStrictEqual(received, [0, 1, 2, 3, 4]);
}));
worker.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
