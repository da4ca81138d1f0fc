'use strict';

// What the constructor refuses, by the code of the error.

const assert = require('assert');
const { Worker } = require('worker_threads');

function refuses(code, ...args) {
  assert.throws(() => new Worker(...args), { code });
}

refuses('ERR_INVALID_ARG_TYPE', 1);
refuses('ERR_WORKER_PATH', 'file.js');
refuses('ERR_WORKER_PATH', 'file:///file.js');
refuses('ERR_INVALID_URL_SCHEME', new URL('http://localhost/file.js'));
refuses('ERR_INVALID_ARG_VALUE', new URL('file:///file.js'), { eval: true });
refuses('ERR_INVALID_ARG_TYPE', '', { eval: true, argv: 'x' });
refuses('ERR_INVALID_ARG_TYPE', '', { eval: true, env: 'x' });
refuses('ERR_INVALID_ARG_TYPE', '', { eval: true, execArgv: 'x' });
refuses('ERR_INVALID_ARG_TYPE', '', { eval: true, name: 1 });
refuses('ERR_WORKER_INVALID_EXEC_ARGV', '', { eval: true, execArgv: ['--title=x'] });
refuses('ERR_WORKER_INVALID_EXEC_ARGV', '', { eval: true, execArgv: ['--no-such-option'] });
refuses('ERR_WORKER_INVALID_EXEC_ARGV', '', { eval: true, env: { NODE_OPTIONS: '--no-such-option' } });
assert.throws(() => new Worker('', { eval: true, workerData: () => {} }), { name: 'DataCloneError' });
