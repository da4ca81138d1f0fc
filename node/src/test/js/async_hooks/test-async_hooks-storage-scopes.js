'use strict';

// run, exit, enterWith, disable, bind, snapshot, defaultValue and name.

require('../common');
const assert = require('assert');
const { AsyncLocalStorage } = require('async_hooks');

const a = new AsyncLocalStorage({ name: 'a', defaultValue: 'default' });
const b = new AsyncLocalStorage();
assert.strictEqual(a.name, 'a');
assert.strictEqual(b.name, '');
assert.strictEqual(a.getStore(), 'default');

const result = a.run(1, (x, y) => {
  assert.strictEqual(a.getStore(), 1);
  a.run(2, () => assert.strictEqual(a.getStore(), 2));
  assert.strictEqual(a.getStore(), 1);
  a.exit(() => assert.strictEqual(a.getStore(), undefined));
  assert.strictEqual(a.getStore(), 1);
  b.enterWith('stays');
  return x + y;
}, 3, 4);
assert.strictEqual(result, 7);
assert.strictEqual(a.getStore(), 'default');
assert.strictEqual(b.getStore(), 'stays');

assert.throws(() => a.run(1, () => { throw new Error('out'); }), /out/);
assert.strictEqual(a.getStore(), 'default');

const [bound, inside] = a.run('kept', () => [AsyncLocalStorage.bind(() => a.getStore()), AsyncLocalStorage.snapshot()]);
assert.strictEqual(bound(), 'kept');
assert.strictEqual(inside((suffix) => a.getStore() + suffix, '!'), 'kept!');

a.enterWith('entered');
b.disable();
assert.strictEqual(b.getStore(), undefined);
assert.strictEqual(a.getStore(), 'entered');
b.run('again', () => assert.strictEqual(b.getStore(), 'again'));
