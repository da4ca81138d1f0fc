'use strict';

// Scripts run in contexts of their own: globals stay in the program's object, built-in classes are others.

require('../common');
const assert = require('assert');
const vm = require('vm');

const sandbox = vm.createContext({ x: 10 });
assert.strictEqual(vm.runInContext('var y = x * 2; z = 5; this.w = 7; y', sandbox), 20);
assert.deepStrictEqual({ ...sandbox }, { x: 10, y: 20, z: 5, w: 7 });
assert.strictEqual(vm.runInNewContext('a + 1', { a: 1 }), 2);
assert.strictEqual(vm.runInThisContext('typeof require'), 'undefined');
assert.strictEqual(vm.isContext(sandbox), true);
assert.strictEqual(vm.isContext({}), false);

const list = vm.runInNewContext('[1, 2]');
assert.ok(Array.isArray(list) && !(list instanceof Array));
assert.deepEqual(list, [1, 2]);

const script = new vm.Script('n = n + 1', { filename: 'count.js' });
const one = vm.createContext({ n: 1 });
const two = vm.createContext({ n: 10 });
script.runInContext(one);
script.runInContext(two);
script.runInContext(two);
assert.deepStrictEqual([one.n, two.n], [2, 12]);

assert.throws(() => vm.runInNewContext('for (;;) {}', {}, { timeout: 20 }), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' });
assert.throws(() => vm.runInNewContext('missing'), { name: 'ReferenceError' });
assert.throws(() => new vm.Script('var 1'), SyntaxError);
assert.throws(() => vm.runInContext('1', {}), { code: 'ERR_INVALID_ARG_TYPE' });
assert.strictEqual(vm.compileFunction('return a + b', ['a', 'b'])(1, 2), 3);
