'use strict';

// The namespace and its classes look as in Node: names, lengths, flags, and what inspect shows of them.

require('../common');
const assert = require('assert');
const { inspect } = require('util');
const { empty } = require('./modules');

const flags = (object, key) => {
  const { enumerable, configurable, writable } = Object.getOwnPropertyDescriptor(object, key);
  return [enumerable, configurable, writable];
};

assert.deepStrictEqual(flags(globalThis, 'WebAssembly'), [false, true, true]);
assert.strictEqual(Object.prototype.toString.call(WebAssembly), '[object WebAssembly]');
assert.deepStrictEqual(Object.keys(WebAssembly), ['compile', 'validate', 'instantiate', 'compileStreaming', 'instantiateStreaming']);
for (const name of Object.keys(WebAssembly)) {
  assert.deepStrictEqual([WebAssembly[name].name, WebAssembly[name].length, 'prototype' in WebAssembly[name]], [name, 1, false]);
}
for (const name of ['Module', 'Instance', 'Table', 'Memory', 'Global', 'CompileError', 'LinkError', 'RuntimeError']) {
  assert.deepStrictEqual(flags(WebAssembly, name), [false, true, true], name);
  assert.deepStrictEqual([WebAssembly[name].name, WebAssembly[name].length], [name, 1]);
}
for (const name of ['CompileError', 'LinkError', 'RuntimeError']) {
  const error = new WebAssembly[name]('why');
  assert.ok(error instanceof Error);
  assert.strictEqual(String(error), `${name}: why`);
}
for (const name of ['Module', 'Instance', 'Table', 'Memory', 'Global']) {
  assert.throws(() => WebAssembly[name](empty), TypeError);
  assert.strictEqual(WebAssembly[name].prototype[Symbol.toStringTag], `WebAssembly.${name}`);
}

const compiled = new WebAssembly.Module(empty);
assert.strictEqual(inspect(compiled), 'Module [WebAssembly.Module] {}');
assert.strictEqual(inspect(new WebAssembly.Instance(compiled)), 'Instance [WebAssembly.Instance] {}');
assert.strictEqual(inspect(new WebAssembly.Instance(compiled).exports), '[Object: null prototype] {}');
assert.strictEqual(inspect(new WebAssembly.Memory({ initial: 1 })), 'Memory [WebAssembly.Memory] {}');
assert.strictEqual(inspect(new WebAssembly.Table({ initial: 1, element: 'anyfunc' })), 'Table [WebAssembly.Table] {}');
assert.strictEqual(inspect(new WebAssembly.Global({ value: 'i32' }, 3)), 'Global [WebAssembly.Global] {}');
assert.match(inspect(WebAssembly), /^Object \[WebAssembly\] \{\n {2}compile: \[Function: compile\],\n {2}validate: \[Function: validate\],/);
assert.ok(!require('util').types.isExternal(compiled));
