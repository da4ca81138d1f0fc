'use strict';

/** What lines see as globals: the program's own, or a context in which they may declare what they want. */

const { isLazy } = binding('repl');
const { Module, makeRequire } = require('internal/modules/cjs/loader');
const { defineLazy } = require('internal/lazy_property');
const { kState } = require('internal/repl/symbols');

/** Built-in modules that lines see as globals, and that completion knows: `repl.builtinModules`, which programs may change. */
const known = { modules: Module.builtinModules.filter((id) => id[0] !== '_' && !id.startsWith('node:')) };

/** Makes built-in modules globals of a context; each is required when it is first read. */
function addModules(target, owner) {
  for (const id of known.modules) {
    if (id.includes('/') || Object.hasOwn(target, id)) continue;
    defineLazy(target, id, false, () => owner.require(id));
  }
}

/** JavaScript's own globals, which a context has anyway. */
const ownGlobals = new Set([
  'AggregateError', 'Array', 'ArrayBuffer', 'AsyncDisposableStack', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean',
  'DataView', 'Date', 'DisposableStack', 'Error', 'EvalError', 'FinalizationRegistry', 'Float16Array', 'Float32Array', 'Float64Array',
  'Function', 'Infinity', 'Int16Array', 'Int32Array', 'Int8Array', 'Intl', 'Iterator', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object',
  'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'SharedArrayBuffer', 'String', 'SuppressedError',
  'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap',
  'WeakRef', 'WeakSet', 'WebAssembly', 'console', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'eval',
  'globalThis', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined', 'unescape',
]);

/** A context that has the program's globals as they are now. */
function makeContext(repl) {
  const context = require('vm').createContext();
  const enumerable = new Set(Object.keys(globalThis));
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (ownGlobals.has(name)) continue;
    // What the program has not used is not loaded for the copy either.
    if (isLazy(globalThis, name)) defineLazy(context, name, enumerable.has(name), () => globalThis[name]);
    else Object.defineProperty(context, name, { __proto__: null, ...Object.getOwnPropertyDescriptor(globalThis, name) });
  }
  context.global = context;
  const { Console } = require('internal/console/constructor');
  Object.defineProperty(context, 'console', {
    __proto__: null, configurable: true, writable: true, value: new Console(repl.output),
  });
  return context;
}

/** The module that lines belong to, whose `require` finds what is near the working directory. */
function makeModule() {
  const module = new Module('<repl>');
  module.paths = Module._nodeModulePaths(process.cwd()).concat(Module.globalPaths);
  return module;
}

function createContext(repl) {
  const context = repl.useGlobal ? globalThis : makeContext(repl);
  const module = makeModule();
  const own = (value) => ({ __proto__: null, configurable: true, writable: true, value });
  Object.defineProperty(context, 'module', own(module));
  Object.defineProperty(context, 'require', own(makeRequire(module)));
  addModules(context, module);
  return context;
}

/** `_` and `_error`: the last value and error, until a line assigns to them. */
function defineLast(repl, name, value, assigned) {
  Object.defineProperty(repl.context, name, {
    __proto__: null,
    configurable: true,
    get: { get: () => repl[value] }.get,
    set: { set(given) {
      repl[value] = given;
      if (repl[assigned]) return;
      repl[assigned] = true;
      repl.output.write(`Expression assignment to ${name} now disabled.\n`);
    } }.set,
  });
}

/** Gives a server a new context, and forgets the lines that were for the old one. */
function resetContext(repl) {
  repl.context = repl.createContext();
  repl.underscoreAssigned = false;
  repl.underscoreErrAssigned = false;
  repl.lines = [];
  repl.lines.level = [];
  repl[kState].matches = undefined;
  defineLast(repl, '_', 'last', 'underscoreAssigned');
  defineLast(repl, '_error', 'lastError', 'underscoreErrAssigned');
  repl.emit('reset', repl.context);
}

module.exports = { createContext, known, ownGlobals, resetContext };
