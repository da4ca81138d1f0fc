'use strict';

// A function of text: parameters, positions, contexts, scopes around it, cached data.

require('../common');
const assert = require('assert');
const vm = require('vm');

assert.strictEqual(vm.compileFunction('return a + b', ['a', 'b'])(1, 2), 3);
assert.strictEqual(vm.compileFunction('', ['a', 'b']).length, 2);
assert.strictEqual(vm.compileFunction('"use strict"; return this')(), undefined);
assert.strictEqual(vm.compileFunction('return 1 // comment')(), 1);
assert.strictEqual(vm.compileFunction('return a + b + c', ['a'], { contextExtensions: [{ b: 5 }, { b: 6, c: 1 }] })(1), 8);

const parsingContext = vm.createContext({ x: 'there' });
const there = vm.compileFunction('return [x, Array]', [], { parsingContext });
assert.deepStrictEqual([...there()], ['there', vm.runInContext('Array', parsingContext)]);
assert.ok(!(there instanceof Function));

const thrower = vm.compileFunction('throw new Error("x")', [], { filename: 'f.js', lineOffset: 3, columnOffset: 3 });
assert.throws(thrower, (error) => error.stack.includes('at f.js:4:10'));

for (const text of ['} {', '});(function() {', 'return', '{']) {
  if (text === 'return') vm.compileFunction(text);
  else assert.throws(() => vm.compileFunction(text), SyntaxError, text);
}

const made = vm.compileFunction('return 1', [], { produceCachedData: true });
assert.strictEqual(made.cachedDataProduced, true);
assert.strictEqual(vm.compileFunction('return 1', [], { cachedData: made.cachedData }).cachedDataRejected, false);
assert.strictEqual(vm.compileFunction('return 1;;', [], { cachedData: made.cachedData }).cachedDataRejected, true);
const script = new vm.Script('1', { produceCachedData: true });
assert.ok(script.cachedDataProduced && script.cachedData.length > 0);
assert.strictEqual(new vm.Script('1', { cachedData: script.createCachedData() }).cachedDataRejected, false);

for (const parsing of [null, {}, 1]) {
  assert.throws(() => vm.compileFunction('', [], { parsingContext: parsing }), { code: 'ERR_INVALID_ARG_TYPE' });
}
