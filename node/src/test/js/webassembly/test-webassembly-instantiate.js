'use strict';

// Modules are validated, compiled, described and instantiated, at once and by promises; numbers go in and come out as their types say.

const { mustCall } = require('../common');
const assert = require('assert');
const { empty, env, whole } = require('./modules');

assert.strictEqual(WebAssembly.validate(whole), true);
assert.strictEqual(WebAssembly.validate(whole.subarray(0, 50)), false);
assert.throws(() => WebAssembly.validate('text'), TypeError);
assert.throws(() => new WebAssembly.Module(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)), WebAssembly.CompileError);
assert.throws(() => new WebAssembly.Module(), TypeError);

const compiled = new WebAssembly.Module(whole.buffer);
assert.deepStrictEqual(WebAssembly.Module.imports(compiled), [
  { module: 'env', name: 'twice', kind: 'function' }, { module: 'env', name: 'base', kind: 'global' },
]);
assert.deepStrictEqual(WebAssembly.Module.exports(compiled).slice(0, 4), [
  { name: 'memory', kind: 'memory' }, { name: 'count', kind: 'global' }, { name: 'table', kind: 'table' }, { name: 'add', kind: 'function' },
]);
assert.deepStrictEqual(WebAssembly.Module.customSections(compiled, 'name'), []);

const inside = new WebAssembly.Instance(compiled, { env }).exports;
assert.ok(Object.isFrozen(inside));
assert.strictEqual(Object.getPrototypeOf(inside), null);
assert.strictEqual(inside.add(2, 3), 5);
assert.strictEqual(inside.add(2 ** 31, '1'), -2147483647);
assert.strictEqual(inside.add(), 0);
assert.strictEqual(inside.call(21), 1042);
assert.strictEqual(inside.long(2n ** 62n), -(2n ** 62n));
assert.throws(() => inside.long(1), TypeError);
assert.strictEqual(inside.half(5), 2.5);
assert.ok(Number.isNaN(inside.half('no number')));
assert.deepStrictEqual(inside.two(9), [9, 5n]);
assert.deepStrictEqual([inside.add.name, inside.add.length], ['1', 2]);
assert.throws(() => new inside.add(), TypeError);

// Functions of one instance are imported by another as they are.
const other = new WebAssembly.Instance(compiled, { env: { twice: inside.call, base: 1 } });
assert.strictEqual(other.exports.call(1), 1003);
assert.strictEqual(other.exports.table.get(1), other.exports.add);

// What an import throws comes through.
const failing = new WebAssembly.Instance(compiled, { env: { ...env, twice() { throw new RangeError('mine'); } } });
assert.throws(() => failing.exports.call(1), { name: 'RangeError', message: 'mine' });

assert.throws(() => new WebAssembly.Instance(compiled), TypeError);
assert.throws(() => new WebAssembly.Instance(compiled, {}), TypeError);
assert.throws(() => new WebAssembly.Instance(compiled, { env: { base: 1 } }), WebAssembly.LinkError);
assert.throws(() => new WebAssembly.Instance(compiled, { env: { ...env, base: 1n } }), WebAssembly.LinkError);

const order = [];
WebAssembly.instantiate(whole, { env }).then(mustCall((both) => {
  order.push('then');
  assert.deepStrictEqual(Object.keys(both), ['module', 'instance']);
  assert.ok(both.module instanceof WebAssembly.Module);
  assert.strictEqual(both.instance.exports.call(1), 1002);
}));
WebAssembly.instantiate(compiled, { env }).then(mustCall((instance) => assert.ok(instance instanceof WebAssembly.Instance)));
WebAssembly.compile(empty).then(mustCall((made) => assert.ok(made instanceof WebAssembly.Module)));
assert.rejects(WebAssembly.compile(Uint8Array.of(0)), WebAssembly.CompileError).then(mustCall());
assert.rejects(WebAssembly.instantiate(whole, {}), TypeError).then(mustCall());
assert.rejects(WebAssembly.instantiate(whole, { env: {} }), WebAssembly.LinkError).then(mustCall());
assert.rejects(WebAssembly.compile(), TypeError).then(mustCall());
order.push('returned');
process.on('exit', () => assert.deepStrictEqual(order, ['returned', 'then']));
