// Needs: a process
'use strict';

// Messages go both ways between a program and the one it forks, until one of them disconnects.

const { mustCall } = require('../common');
const assert = require('assert');
const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  assert.strictEqual(process.env.NODE_CHANNEL_FD, undefined);
  process.on('message', (message) => {
    process.send({ echo: message }, () => process.disconnect());
  });
} else {
  const child = fork(__filename, ['child']);
  assert.strictEqual(child.connected, true);
  child.send({ hello: ['wörld', 1, null] });
  child.on('message', mustCall((message) => assert.deepStrictEqual(message, { echo: { hello: ['wörld', 1, null] } })));
  child.on('disconnect', mustCall(() => {
    assert.strictEqual(child.connected, false);
    child.send('too late', mustCall((error) => assert.strictEqual(error.code, 'ERR_IPC_CHANNEL_CLOSED')));
  }));
  child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
}
