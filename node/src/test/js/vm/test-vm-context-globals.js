'use strict';

// The global object of a context: properties of the program's object, of what that inherits, and of its own.

require('../common');
const assert = require('assert');
const vm = require('vm');

const run = (code, object) => vm.runInContext(code, vm.isContext(object) ? object : vm.createContext(object));

// Identity, names, prototypes.
const self = {};
self.window = self;
assert.strictEqual(run('window === this && window === globalThis', self), true);
assert.deepStrictEqual(Object.keys(run('globalThis', { a: 1 })), ['a']);
assert.strictEqual(run('Object.prototype.toString.call(this)', {}), '[object Object]');
assert.strictEqual(run('Object.getOwnPropertyNames(globalThis).includes("global")', {}), false);
assert.strictEqual(run('typeof console.log', {}), 'function');

// What the object inherits is a variable, and no property.
assert.deepStrictEqual([...run('[x, typeof x, this.x, "x" in this, Object.hasOwn(this, "x")]', { __proto__: { x: 1 } })],
                       [1, 'number', 1, false, false]);

// Writing.
const constant = run('Object.defineProperty(this, "x", { value: 42 }); this', {});
const inside = vm.createContext({});
run('Object.defineProperty(this, "x", { value: 42 }); x = 0;', inside);
assert.strictEqual(inside.x, 42);
assert.strictEqual(constant.x, 42);
assert.throws(() => run('"use strict"; x = 0', inside), {
  name: 'TypeError', message: "Cannot assign to read only property 'x' of object '[object Object]'",
});
assert.strictEqual(run('try { (() => { "use strict"; x = 0; })(); } catch (e) { e instanceof TypeError }', inside), true);
const outside = vm.createContext(Object.defineProperty({}, 'y', { value: 1 }));
assert.throws(() => { run('this', outside).y = 2; }, { name: 'TypeError', message: 'Cannot redefine property: y' });
assert.strictEqual(run('y = 2; y', outside), 1);
const frozen = vm.createContext(Object.freeze({ x: 1 }));
assert.strictEqual(run('x = 2; z = 3; [x, typeof z].join()', frozen), '1,number');
assert.strictEqual(frozen.z, undefined);
const seen = [];
const accessors = vm.createContext({ get g() { return this === accessors; }, set s(value) { seen.push(value, this === accessors); } });
assert.strictEqual(run('s = 4; "use strict"; g', accessors), true);
assert.deepStrictEqual(seen, [4, true]);

// Whatever the object is.
const list = vm.createContext([1, 2]);
assert.strictEqual(run('this[2] = 5; this[0] + length', list), 4);
assert.deepStrictEqual(list, [1, 2, 5]);
assert.strictEqual(run('q + typeof String', new Proxy({ q: 1 }, {})), '1function');
assert.throws(() => vm.createContext(() => {}), { code: 'ERR_INVALID_ARG_TYPE' });

// A global object of its own can be frozen.
const own = vm.createContext(vm.constants.DONT_CONTEXTIFY);
assert.strictEqual(run('globalThis', own), own);
assert.ok(vm.isContext(own));
run('a = 1; Object.freeze(globalThis); a = 2; b = 3;', own);
assert.strictEqual(own.a, 1);
assert.strictEqual(own.b, undefined);
assert.throws(() => { own.c = 1; }, TypeError);
assert.throws(() => Object.freeze(run('this', {})), TypeError);
