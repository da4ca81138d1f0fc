'use strict';

// Arguments reach the child as text, whatever they were; the parent still sees what it gave.

const { mustCall } = require('../common');
const assert = require('assert');
const { execFile, spawn, spawnSync } = require('child_process');

assert.strictEqual(spawnSync('echo', [1, true, null, { toString: () => 'object' }], { encoding: 'utf8' }).stdout, '1 true null object\n');

const child = spawn('echo', [42]);
assert.deepStrictEqual(child.spawnargs, ['echo', 42]);
let said = '';
child.stdout.setEncoding('utf8').on('data', (text) => said += text);
child.on('close', mustCall(() => assert.strictEqual(said, '42\n')));

execFile('echo', [-1.5], mustCall((error, stdout) => {
  assert.strictEqual(error, null);
  assert.strictEqual(stdout, '-1.5\n');
}));
