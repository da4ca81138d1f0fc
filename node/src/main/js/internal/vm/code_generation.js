'use strict';

/** The option `codeGeneration` of contexts: what makes code of text, or of bytes, throws. */

const { compileFunction } = binding('vm');
const { nobody } = require('internal/vm/imports');

/** Run in the context: its errors and functions are to be the context's own. */
const STRINGS = `
  const message = 'Code generation from strings disallowed for this context';
  const { defineProperty } = Reflect;
  const { captureStackTrace } = Error;
  function refuse() {
    const error = new EvalError(message);
    captureStackTrace(error, refuse);
    throw error;
  }
  const kinds = [function() {}, function*() {}, async function() {}, async function*() {}];
  for (const { constructor } of kinds) {
    const refusing = new Proxy(constructor, { apply: refuse, construct: refuse });
    defineProperty(constructor.prototype, 'constructor', { value: refusing });
    if (constructor === Function) Function = refusing;
  }
  defineProperty(refuse, 'name', { value: 'eval' });
  defineProperty(refuse, 'length', { value: 1 });
  defineProperty(globalThis, 'eval', { value: refuse });`;

const BYTES = `
  const { CompileError } = WebAssembly;
  const refusal = (name) => new CompileError('WebAssembly.' + name + ': Wasm code generation disallowed by embedder');
  const { captureStackTrace } = Error;
  function refuse() {
    const error = refusal('Module()');
    captureStackTrace(error, refuse);
    throw error;
  }
  const { Module, instantiate } = WebAssembly;
  const define = (name, value) => Reflect.defineProperty(WebAssembly, name, { value });
  define('Module', new Proxy(Module, { construct: refuse }));
  define('compile', { compile(bytes) { return Promise.reject(refusal('compile()')); } }.compile);
  define('instantiate', { instantiate(bytes, imports) {
    return bytes instanceof Module ? instantiate(bytes, imports) : Promise.reject(refusal('instantiate()'));
  } }.instantiate);`;

/**
 * @param {object} context
 * @param {{strings: boolean, wasm: boolean}} allowed
 */
function restrict(context, { strings, wasm }) {
  if (!strings) compileFunction(STRINGS, 'node:vm', [], context, [], nobody)();
  if (!wasm) compileFunction(BYTES, 'node:vm', [], context, [], nobody)();
}

module.exports = { restrict };
