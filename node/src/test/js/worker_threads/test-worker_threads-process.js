'use strict';

// A worker's process has its own arguments and exit, and leaves alone what belongs to all threads.

const { mustCall } = require('../common');
const assert = require('assert');
const { Worker, isMainThread, parentPort } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { argv: ['x'], execArgv: ['--no-warnings'], env: { ONLY: 'this' } });
  worker.on('message', mustCall(({ argv, execArgv, env, cwd }) => {
    assert.deepStrictEqual(argv.slice(1), [__filename, 'x']);
    assert.deepStrictEqual(execArgv, ['--no-warnings']);
    assert.deepStrictEqual(env, { ONLY: 'this' });
    assert.strictEqual(cwd, process.cwd());
  }));
  worker.on('exit', mustCall((code) => assert.strictEqual(code, 3)));
} else {
  for (const name of ['abort', 'chdir', 'setuid', 'setgid', 'seteuid', 'setegid', 'setgroups', 'initgroups']) {
    assert.throws(() => process[name]('x'), { code: 'ERR_WORKER_UNSUPPORTED_OPERATION', message: `process.${name}() is not supported in workers` });
  }
  assert.strictEqual(typeof process.umask(), 'number');
  assert.throws(() => process.umask(0), { code: 'ERR_WORKER_UNSUPPORTED_OPERATION' });
  process.on('SIGUSR2', () => {});
  parentPort.postMessage({ argv: process.argv, execArgv: process.execArgv, env: { ...process.env }, cwd: process.cwd() });
  process.on('exit', (code) => {
    assert.strictEqual(code, 2);
    process.exitCode = 3;
  });
  process.exit(2);
}
