// Needs: a process
'use strict';

// A channel that keeps nothing alive still delivers what it has taken, however much it is.

const { mustCall } = require('../common');
const assert = require('assert');
const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.once('message', (message) => {
    process.send(message);
    process.channel.unref();
  });
} else {
  const child = fork(__filename, ['child']);
  const long = 'é'.repeat(2 ** 18);
  assert.strictEqual(child.send(long), false);
  assert.strictEqual(child.send('short', mustCall((error) => assert.strictEqual(error, null))), false);
  child.on('message', mustCall((message) => assert.strictEqual(message, long)));
  child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
}
