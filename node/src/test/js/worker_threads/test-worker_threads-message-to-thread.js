'use strict';

// postMessageToThread reaches any thread that listens, and says when it could not; broadcast channels reach all threads.

const { mustCall } = require('../common');
const assert = require('assert');
const { Worker, postMessageToThread, threadId } = require('worker_threads');

const channel = new BroadcastChannel('all');
const worker = new Worker(`
  const { parentPort, postMessageToThread } = require('worker_threads');
  process.on('workerMessage', (value, source) => {
    if (value === 'fail') throw new Error('refused');
    postMessageToThread(source, { got: value });
  });
  parentPort.once('message', () => process.exit());
  const channel = new BroadcastChannel('all');
  channel.onmessage = ({ data }) => channel.postMessage(data + 1);
  channel.unref();
  parentPort.postMessage('ready');
`, { eval: true });

process.on('workerMessage', mustCall((value, source) => {
  assert.deepStrictEqual(value, { got: [1] });
  assert.strictEqual(source, worker.threadId);
  channel.onmessage = mustCall(({ data }) => {
    assert.strictEqual(data, 11);
    channel.close();
    worker.postMessage('end');
  });
  channel.postMessage(10);
}));

worker.on('message', mustCall(async () => {
  await assert.rejects(postMessageToThread(threadId, 1), { code: 'ERR_WORKER_MESSAGING_SAME_THREAD' });
  await assert.rejects(postMessageToThread(99, 1), { code: 'ERR_WORKER_MESSAGING_FAILED' });
  await assert.rejects(postMessageToThread(worker.threadId, 'fail'), { code: 'ERR_WORKER_MESSAGING_ERRORED' });
  await postMessageToThread(worker.threadId, [1]);
}));
