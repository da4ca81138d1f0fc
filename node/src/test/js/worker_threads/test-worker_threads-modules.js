'use strict';

// A worker's entry may be an ECMAScript module: a file, a data: URL, or text.

const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');
const { Worker } = require('worker_threads');

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'barista-worker-'));
const file = path.join(directory, 'entry.mjs');
const text = "import { parentPort, workerData } from 'worker_threads'; await 1; parentPort.postMessage([workerData, import.meta.url.slice(0, 5)]);";
fs.writeFileSync(file, text);
const entries = [[pathToFileURL(file), 'file:'], [file, 'file:'], [new URL(`data:text/javascript,${encodeURIComponent(text)}`), 'data:']];
let left = entries.length;
for (const [entry, scheme] of entries) {
  const worker = new Worker(entry, { workerData: scheme });
  worker.on('message', mustCall((message) => assert.deepStrictEqual(message, [scheme, scheme])));
  worker.on('exit', mustCall((code) => {
    assert.strictEqual(code, 0);
    if (--left === 0) fs.rmSync(directory, { recursive: true });
  }));
}

new Worker('import("worker_threads").then(({ parentPort }) => parentPort.postMessage(typeof require))', { eval: true })
  .on('message', mustCall((message) => assert.strictEqual(message, 'function')));
new Worker(path.join(directory, 'missing.js')).on('error', mustCall((error) => assert.strictEqual(error.code, 'MODULE_NOT_FOUND')));
