// Needs: a process
'use strict';

// SIGINT ends a script with breakOnSigint; listeners of the signal hear nothing of it.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { fork } = require('child_process');
const vm = require('vm');

if (process.argv[2] === 'child') {
  process.on('SIGINT', mustNotCall());
  assert.throws(() => vm.runInNewContext('process.send("running"); for (;;);', { process }, { breakOnSigint: true }), {
    code: 'ERR_SCRIPT_EXECUTION_INTERRUPTED', message: 'Script execution was interrupted by `SIGINT`',
  });
  process.disconnect();
} else {
  const child = fork(__filename, ['child']);
  child.on('message', mustCall(() => child.kill('SIGINT')));
  child.on('exit', mustCall((code, signal) => assert.deepStrictEqual([code, signal], [0, null])));
}
