'use strict';

// A context may refuse to make code of text or of bytes.

require('../common');
const assert = require('assert');
const vm = require('vm');

const message = 'Code generation from strings disallowed for this context';
const noStrings = vm.createContext({}, { codeGeneration: { strings: false } });
for (const code of ['eval("1")', '(0, eval)("1")', 'Function("1")', 'new Function("1")', '(async () => {}).constructor("1")', '(function*() {}).constructor("")']) {
  assert.throws(() => vm.runInContext(code, noStrings), { name: 'EvalError', message }, code);
}
assert.strictEqual(vm.runInContext('(() => {}) instanceof Function', noStrings), true);
assert.strictEqual(vm.runInNewContext('eval("1 + 1") + new Function("return 1")()'), 3);

const empty = 'new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])';
assert.throws(() => vm.runInNewContext(`new WebAssembly.Module(${empty})`, {}, { contextCodeGeneration: { wasm: false } }), { name: 'CompileError' });
assert.strictEqual(vm.runInNewContext(`new WebAssembly.Module(${empty}) instanceof WebAssembly.Module`), true);

assert.throws(() => vm.createContext({}, { codeGeneration: { strings: 1 } }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => vm.runInNewContext('', {}, { contextCodeGeneration: { wasm: 1 } }), { code: 'ERR_INVALID_ARG_TYPE' });
