'use strict';

// A child that text on the command line forks runs its module, not that text again.

const { mustCall } = require('../common');
const assert = require('assert');
const { execFile } = require('child_process');

const text = `
  console.log(process._eval.length > 0, Object.keys(process).includes('_eval'));
  require('child_process').fork(${JSON.stringify(__filename)}, ['child']).on('exit', (code) => console.log('child', code));`;
if (process.argv[2] === 'child') process.exit(process._eval === undefined ? 3 : 4);
execFile(process.execPath, ['-e', text], mustCall((error, stdout) => {
  assert.ifError(error);
  assert.strictEqual(stdout, 'true true\nchild 3\n');
}));
