'use strict';
// Needs: a process

// execve makes another program of the process: same id and directory, the environment that was given, no exit event.

const assert = require('assert');
const { mustNotCall } = require('../common');

if (process.env.BARISTA_TEST_EXECVE === undefined) {
  process.on('exit', mustNotCall());
  process.execve(process.execPath, [process.execPath, __filename, 'second'],
                 { ...process.env, BARISTA_TEST_EXECVE: `${process.pid} ${process.cwd()}` });
}
assert.strictEqual(process.argv[2], 'second');
assert.strictEqual(process.env.BARISTA_TEST_EXECVE, `${process.pid} ${process.cwd()}`);
