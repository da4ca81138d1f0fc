'use strict';

// The stack of what a script throws begins with the line that threw, unless displayErrors is false; with text that does not parse too.

require('../common');
const assert = require('assert');
const vm = require('vm');

function stackOf(body) {
  try {
    body();
  } catch (error) {
    return error.stack;
  }
  throw new Error('nothing was thrown');
}

const first = (stack) => stack.split('\n').slice(0, 6);

assert.deepStrictEqual(first(stackOf(() => vm.runInThisContext('\n  throw new Error("x")', 'a.js'))),
                       ['a.js:2', '  throw new Error("x")', '  ^', '', 'Error: x', '    at a.js:2:9']);
assert.deepStrictEqual(first(stackOf(() => vm.runInNewContext('throw new Error("x")', {}, { filename: 'a.js', lineOffset: 5, columnOffset: 20 }))),
                       ['a.js:6', 'throw new Error("x")', '^', '', 'Error: x', '    at a.js:6:27']);
assert.deepStrictEqual(first(stackOf(() => new vm.Script('foo(;', 'a.js'))).slice(0, 5),
                       ['a.js:1', 'foo(;', '    ^', '', "SyntaxError: Unexpected token ';'"]);
assert.deepStrictEqual(first(stackOf(() => vm.compileFunction('} {'))).slice(0, 5),
                       [':1', '} {', '^', '', "SyntaxError: Unexpected token '}'"]);
const plain = stackOf(() => vm.runInThisContext('throw new Error("x")', { filename: 'a.js', displayErrors: false }));
assert.ok(plain.startsWith('Error: x\n    at a.js:1:7\n'));

// Once is enough.
const error = (() => {
  try {
    return vm.runInThisContext('throw new Error("x")', 'a.js');
  } catch (e) {
    return e;
  }
})();
const before = error.stack;
assert.throws(() => vm.runInNewContext('throw error', { error }), error);
assert.strictEqual(error.stack, before);

for (const options of [null, 'x', 1, { displayErrors: 1 }, { breakOnSigint: 'x' }, { timeout: null }]) {
  assert.throws(() => new vm.Script('1').runInThisContext(options), { code: 'ERR_INVALID_ARG_TYPE' });
}
assert.throws(() => new vm.Script('1').runInThisContext({ timeout: 0 }), { code: 'ERR_OUT_OF_RANGE' });
