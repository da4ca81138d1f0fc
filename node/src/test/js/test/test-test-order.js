// Needs: a process
'use strict';

// Tests are reported in the order in which they were made, whichever ends first; hooks of a suite run around its own tests.

require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

if (process.argv[2] === 'child') {
  const { describe, it, before, beforeEach, after, afterEach } = require('node:test');
  const log = (text) => process.stderr.write(`${text}\n`);
  beforeEach(() => log('outer beforeEach'));
  afterEach(() => log('outer afterEach'));
  after(() => log('root after'));
  describe('side by side', { concurrency: true }, () => {
    before(() => log('before'));
    beforeEach(() => log('inner beforeEach'));
    afterEach(() => log('inner afterEach'));
    after(() => log('after'));
    it('slow', () => new Promise((resolve) => setImmediate(resolve)));
  });
  describe('ordered', { concurrency: 2 }, () => {
    it('second to end', () => new Promise((resolve) => setTimeout(resolve, 20)));
    it('first to end', () => {});
  });
} else {
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--test-reporter=tap', __filename, 'child'], { encoding: 'utf8', env });
  assert.strictEqual(status, 0, stdout);
  assert.deepStrictEqual(stdout.split('\n').filter((line) => /^ *ok/.test(line)), [
    '    ok 1 - slow', 'ok 1 - side by side', '    ok 1 - second to end', '    ok 2 - first to end', 'ok 2 - ordered',
  ]);
  const lines = stderr.trim().split('\n');
  assert.deepStrictEqual(lines.slice(0, 6), ['before', 'outer beforeEach', 'inner beforeEach', 'inner afterEach', 'outer afterEach', 'after']);
  assert.strictEqual(lines.at(-1), 'root after');
}
