'use strict';

/*
 * Freezes the language's own objects: `--frozen-intrinsics`. What inherits from them can be given properties of its own all the same, as if
 * theirs were still writable.
 */

const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const { ownKeys } = Reflect;

/** Globals of Node that are frozen too. */
const FUNCTIONS = ['clearImmediate', 'clearInterval', 'clearTimeout', 'setImmediate', 'setInterval', 'setTimeout'];

const LANGUAGE = [
  'AggregateError', 'Array', 'ArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Date', 'Error',
  'EvalError', 'FinalizationRegistry', 'Float32Array', 'Float64Array', 'Function', 'Int16Array', 'Int32Array', 'Int8Array', 'Intl', 'Iterator',
  'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'SharedArrayBuffer',
  'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap',
  'WeakRef', 'WeakSet', 'WebAssembly', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'eval', 'isFinite',
  'isNaN', 'parseFloat', 'parseInt', 'unescape',
];

function isObject(value) {
  return typeof value === 'object' && value !== null || typeof value === 'function';
}

/** Objects of the language that no global leads to. */
function* unnamed() {
  yield getPrototypeOf(async function() {});
  yield getPrototypeOf(function* () {});
  yield getPrototypeOf(async function* () {});
  for (const iterable of [[], '', new Map(), new Set()]) yield getPrototypeOf(iterable[Symbol.iterator]());
  yield getPrototypeOf('x'.matchAll(/x/g));
  yield getPrototypeOf(async function* () {}.prototype);
}

/** All that is reached from the roots by properties, accessors and prototypes. */
function reached(roots) {
  const found = new Set();
  const waiting = [...roots];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (!isObject(object) || found.has(object)) continue;
    found.add(object);
    waiting.push(getPrototypeOf(object));
    for (const key of ownKeys(object)) {
      const { value, get, set } = getOwnPropertyDescriptor(object, key);
      waiting.push(value, get, set);
    }
  }
  return found;
}

/** Makes an assignment to an heir of `prototype` define a property of the heir, where a frozen one would refuse it. */
function allowOverrides(prototype) {
  for (const key of ownKeys(prototype)) {
    const descriptor = getOwnPropertyDescriptor(prototype, key);
    if (!descriptor.configurable || !('value' in descriptor)) continue;
    const { value, enumerable } = descriptor;
    const getter = () => value;
    getter.value = value;   // for those who look at a property without reading it
    Object.defineProperty(prototype, key, {
      __proto__: null,
      get: getter,
      set: function setter(given) {
        if (this === prototype) throw new TypeError(`Cannot assign to read only property '${String(key)}' of object '${prototype}'`);
        const own = getOwnPropertyDescriptor(this, key);
        if (own === undefined) Object.defineProperty(this, key, { __proto__: null, value: given, writable: true, enumerable: true, configurable: true });
        else this[key] = given;
      },
      enumerable,
      configurable: false,
    });
  }
}

function freeze() {
  require('buffer');   // a class of a built-in one, whose statics have names of inherited ones
  process.emitWarning('Frozen intristics is an experimental feature and might change at any time', 'ExperimentalWarning');
  const intrinsics = reached([...LANGUAGE.map((name) => globalThis[name]), ...unnamed()]);
  const prototypes = new Set();
  for (const object of intrinsics) {
    if (typeof object !== 'function') continue;
    const prototype = getOwnPropertyDescriptor(object, 'prototype')?.value;
    if (isObject(prototype)) prototypes.add(prototype);
  }
  prototypes.forEach(allowOverrides);
  intrinsics.forEach(Object.freeze);
  for (const name of FUNCTIONS) Object.freeze(globalThis[name]);
  Object.freeze(console);
  Object.defineProperty(globalThis, 'globalThis', { __proto__: null, value: globalThis, writable: false, enumerable: false, configurable: false });
}

module.exports = { freeze };
