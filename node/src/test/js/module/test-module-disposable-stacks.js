'use strict';

// DisposableStack and AsyncDisposableStack collect resources and dispose of them, the last first, once.
const common = require('../common');
const assert = require('assert');

const log = [];
const stack = new DisposableStack();
assert.strictEqual(stack.use(null), null);
const used = stack.use({ [Symbol.dispose]() { log.push('used'); } });
assert.strictEqual(typeof used, 'object');
assert.strictEqual(stack.adopt(5, (value) => log.push(`adopted ${value}`)), 5);
assert.strictEqual(stack.defer(() => log.push('deferred')), undefined);
assert.strictEqual(stack.disposed, false);

const moved = stack.move();
assert.strictEqual(stack.disposed, true);
assert.ok(moved instanceof DisposableStack);
stack.dispose();
assert.deepStrictEqual(log, []);
moved[Symbol.dispose]();
moved.dispose();
assert.deepStrictEqual(log.splice(0), ['deferred', 'adopted 5', 'used']);

assert.throws(() => stack.use(null), { name: 'ReferenceError', message: 'Cannot call DisposableStack.prototype.use on an already-disposed DisposableStack' });
assert.throws(() => DisposableStack(), { message: "Constructor DisposableStack requires 'new'" });
assert.throws(() => new DisposableStack().use(1), { message: 'An object is expected with `using` declarations' });
assert.throws(() => new DisposableStack().adopt({}, 1), { name: 'TypeError', message: '1 is not a function' });
assert.throws(() => DisposableStack.prototype.use.call({}), { message: 'Method DisposableStack.prototype.use called on incompatible receiver #<Object>' });
assert.strictEqual(DisposableStack.prototype.dispose, DisposableStack.prototype[Symbol.dispose]);
assert.strictEqual(String(new DisposableStack()), '[object DisposableStack]');
assert.deepStrictEqual(Object.keys(DisposableStack.prototype), []);

const failing = new DisposableStack();
failing.defer(() => { throw new Error('second'); });
failing.defer(() => { throw new Error('first'); });
assert.throws(() => failing.dispose(), (error) => error.error.message === 'second' && error.suppressed.message === 'first');

class Own extends DisposableStack {}
assert.ok(new Own().move() instanceof DisposableStack);

const closed = [1, 2].values();
let returned = 0;
closed.return = () => { returned++; };
closed[Symbol.dispose]();
assert.strictEqual(returned, 1);

(async () => {
  const async = new AsyncDisposableStack();
  async.use({ [Symbol.dispose]() { log.push('sync'); } });
  async.use({ async [Symbol.asyncDispose]() { await null; log.push('async'); } });
  async.adopt(1, async (value) => { await null; log.push(value); });
  async.defer(async () => log.push('deferred'));
  assert.strictEqual(await async.disposeAsync(), undefined);
  assert.deepStrictEqual(log.splice(0), ['deferred', 1, 'async', 'sync']);
  assert.strictEqual(async.disposed, true);
  await assert.rejects(() => async.disposeAsync.call({}), { message: 'Receiver is not an AsyncDisposableStack' });
  const both = new AsyncDisposableStack();
  both.defer(() => { throw new Error('second'); });
  both.defer(async () => { throw new Error('first'); });
  await assert.rejects(() => both[Symbol.asyncDispose](), (error) => error.error.message === 'second' && error.suppressed.message === 'first');
})().then(common.mustCall());
