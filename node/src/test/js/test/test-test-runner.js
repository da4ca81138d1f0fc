// Needs: a process
'use strict';

// Tests, suites, hooks and their order; a failure makes the program end with 1.

require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

if (process.argv[2] === 'child') {
  const { describe, it, test, before, beforeEach } = require('node:test');
  const log = (what) => console.error(what);
  test('passes', async (t) => {
    await t.test('inner', () => log('inner'));
    log('outer');
  });
  describe('suite', () => {
    before(() => log('before'));
    beforeEach(() => log('beforeEach'));
    it('first', () => log('first'));
    it('second', (t, done) => setImmediate(done));
    it.skip('skipped', () => log('never'));
  });
  test('mocks', (t) => {
    const object = { add: (a, b) => a + b };
    t.mock.method(object, 'add', () => 'mocked');
    assert.strictEqual(object.add(1, 2), 'mocked');
    assert.deepStrictEqual(object.add.mock.calls[0].arguments, [1, 2]);
  });
  test('fails', () => assert.strictEqual(1, 2));
} else {
  const { status, stdout, stderr } = spawnSync(process.execPath, [__filename, 'child'], { encoding: 'utf8' });
  assert.strictEqual(status, 1, stdout + stderr);
  assert.deepStrictEqual(stderr.split('\n').slice(0, 5), ['inner', 'outer', 'before', 'beforeEach', 'first']);
  assert.doesNotMatch(stderr, /never/);
  assert.match(stdout, /✔ passes/);
  assert.match(stdout, /✖ fails/);
  assert.match(stdout, /ℹ pass 5\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\n/);
}
