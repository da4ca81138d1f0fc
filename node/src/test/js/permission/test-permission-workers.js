'use strict';

// Workers need a permission, and have no more than the thread that starts them.

const { isBarista, mustCall, mustNotCall } = require('../common');
const { denied, isRestricted } = require('./restricted');
const assert = require('assert');
const { Worker } = require('worker_threads');

const program = `
  const { parentPort, workerData } = require('worker_threads');
  let read;
  try {
    read = require('fs').readFileSync('/etc/passwd', 'utf8').length > 0;
  } catch ({ code }) {
    read = code;
  }
  parentPort.postMessage([read, process.permission?.has('worker')]);
`;

function worker(options, expected) {
  new Worker(program, { eval: true, ...options }).on('message', mustCall((message) => assert.deepStrictEqual(message, expected)));
}

if (process.argv[2] === 'allowed') {
  worker({}, ['ERR_ACCESS_DENIED', true]);
  worker({ execArgv: ['--permission'] }, ['ERR_ACCESS_DENIED', false]);
  if (isBarista) {
    worker({ execArgv: [] }, ['ERR_ACCESS_DENIED', true]);
    worker({ execArgv: ['--no-permission'] }, ['ERR_ACCESS_DENIED', true]);
    worker({ execArgv: ['--permission', '--allow-fs-read=*'] }, ['ERR_ACCESS_DENIED', false]);
    worker({ env: { NODE_OPTIONS: '--permission --allow-fs-read=*', NODE_EXTRA_CA_CERTS: '/etc/passwd' } }, ['ERR_ACCESS_DENIED', false]);
    // The file itself is no exception: a text that is no program would be told in the error.
    new Worker('/etc/passwd').on('message', mustNotCall()).on('error', mustCall(denied('FileSystemRead', '/etc/passwd')));
  }
} else if (process.argv[2] === 'refused') {
  assert.throws(() => new Worker(program, { eval: true }), denied('WorkerThreads', ''));
  assert.throws(() => new Worker(__filename, { execArgv: ['--allow-worker'] }), denied('WorkerThreads', ''));
} else {
  worker({ execArgv: ['--permission'] }, ['ERR_ACCESS_DENIED', false]);
  isRestricted(__filename, [], ['refused']);
  isRestricted(__filename, ['--allow-worker'], ['allowed']);
}
