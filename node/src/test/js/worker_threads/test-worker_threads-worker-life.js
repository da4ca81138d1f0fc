'use strict';

// A worker tells of its start, its messages and its end, in this order; what it is afterwards.

const { mustCall } = require('../common');
const assert = require('assert');
const { Worker, isMainThread, parentPort, threadId, threadName, workerData } = require('worker_threads');

if (isMainThread) {
  const events = [];
  const worker = new Worker(__filename, { workerData: { answer: 42 }, name: 'helper', argv: ['one', 2] });
  assert.strictEqual(worker.threadName, 'helper');
  const id = worker.threadId;
  worker.on('online', () => events.push('online'));
  worker.on('message', (message) => {
    events.push('message');
    assert.deepStrictEqual(message, { threadId: id, threadName: 'helper', workerData: { answer: 42 }, argv: ['one', '2'] });
    worker.postMessage('end');
  });
  worker.on('exit', mustCall((code) => {
    assert.strictEqual(code, 7);
    assert.deepStrictEqual(events, ['online', 'message']);
    assert.strictEqual(worker.threadId, -1);
    assert.strictEqual(worker.threadName, null);
    assert.deepStrictEqual(worker.resourceLimits, {});
    worker.postMessage('nobody hears it');
    worker.terminate().then(mustCall((ended) => assert.strictEqual(ended, undefined)));
  }));
} else {
  parentPort.postMessage({ threadId, threadName, workerData, argv: process.argv.slice(2) });
  parentPort.once('message', () => process.exit(7));
}
