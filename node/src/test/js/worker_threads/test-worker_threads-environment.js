'use strict';

// Environment variables are copied, or shared with SHARE_ENV; environment data is copied.

const { mustCall } = require('../common');
const assert = require('assert');
const { SHARE_ENV, Worker, setEnvironmentData } = require('worker_threads');

process.env.SEEN = 'before';
setEnvironmentData('key', new Map([[1, 2]]));
new Worker(`
  const assert = require('assert');
  assert.strictEqual(process.env.SEEN, 'before');
  process.env.SEEN = 'changed';
  assert.deepStrictEqual(require('worker_threads').getEnvironmentData('key'), new Map([[1, 2]]));
`, { eval: true }).on('exit', mustCall((code) => {
  assert.strictEqual(code, 0);
  assert.strictEqual(process.env.SEEN, 'before');
  new Worker(`
    process.env.SEEN = 'changed';
    process.env.NEW = 5;
    delete process.env.GONE;
  `, { eval: true, env: SHARE_ENV }).on('exit', mustCall(() => {
    assert.strictEqual(process.env.SEEN, 'changed');
    assert.strictEqual(process.env.NEW, '5');
    assert.ok('NEW' in process.env && Object.keys(process.env).includes('NEW'));
    assert.ok(!('GONE' in process.env));
  }));
  process.env.GONE = 'x';
}));
