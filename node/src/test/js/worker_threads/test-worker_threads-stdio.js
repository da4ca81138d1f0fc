'use strict';

// A worker's standard streams are streams of the thread that started it.

const { mustCall } = require('../common');
const assert = require('assert');
const { Worker } = require('worker_threads');
const { text } = require('stream/consumers');

const worker = new Worker(`
  console.error('to stderr');
  process.stdin.setEncoding('utf8').on('data', (data) => process.stdout.write(data.toUpperCase())).on('end', () => {
    console.log('end');
    process.exit();
  });
`, { eval: true, stdin: true, stdout: true, stderr: true });
worker.stdin.write('abc');
worker.stdin.end('def');
Promise.all([text(worker.stdout), text(worker.stderr)]).then(mustCall(([out, err]) => {
  assert.strictEqual(out, 'ABCDEFend\n');
  assert.strictEqual(err, 'to stderr\n');
}));

const silent = new Worker('process.stdin.on("end", () => console.log("x".repeat(100000))).resume()', { eval: true, stdout: true });
assert.strictEqual(silent.stdin, null);
text(silent.stdout).then(mustCall((out) => assert.strictEqual(out.length, 100001)));
