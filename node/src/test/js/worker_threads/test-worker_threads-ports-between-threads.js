'use strict';

// Ports, buffers and files move to other threads; a channel ends when one of its threads does.

const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const { MessageChannel, Worker, isMainThread, parentPort } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  const { port1, port2 } = new MessageChannel();
  const buffer = new ArrayBuffer(8);
  fs.promises.open(__filename).then(mustCall((file) => {
    worker.postMessage({ port: port2, buffer, file }, [port2, buffer, file]);
    assert.strictEqual(buffer.byteLength, 0);
    assert.strictEqual(file.fd, -1);
  }));
  port1.on('message', mustCall((text) => assert.strictEqual(text, fs.readFileSync(__filename, 'utf8'))));
  port1.on('close', mustCall());
  const lost = new MessageChannel();
  const other = new Worker('', { eval: true });
  other.postMessage(lost.port2, [lost.port2]);
  lost.port1.on('close', mustCall());
  lost.port1.ref();
} else {
  parentPort.once('message', ({ port, buffer, file }) => {
    assert.strictEqual(buffer.byteLength, 8);
    file.readFile('utf8').then((text) => {
      port.postMessage(text);
      return file.close();
    }).then(() => process.exit());
  });
}
