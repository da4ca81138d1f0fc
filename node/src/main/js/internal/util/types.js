'use strict';

/* `util.types`: what a value is by its internal slots. */

const {
  isArgumentsObject, isArrayBuffer, isAsyncFunction, isBigIntObject, isBooleanObject, isDataView, isDate, isExternal,
  isGeneratorFunction, isGeneratorObject, isMap, isMapIterator, isModuleNamespaceObject, isNativeError, isNumberObject, isPromise,
  isProxy, isRegExp, isSet, isSetIterator, isSharedArrayBuffer, isStringObject, isSymbolObject, isWeakMap, isWeakSet, isAnyArrayBuffer,
  isBoxedPrimitive,
} = binding('util/types');

const { isView: isArrayBufferView } = ArrayBuffer;
const { get: typedArrayName } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);

function isTypedArray(value) {
  return Reflect.apply(typedArrayName, value, []) !== undefined;
}

function isUint8Array(value) {
  return Reflect.apply(typedArrayName, value, []) === 'Uint8Array';
}

/** The name of a typed array's class, whatever its prototype is; undefined for other values. */
function nameOfTypedArray(value) {
  return Reflect.apply(typedArrayName, value, []);
}

const types = {
  isArgumentsObject, isArrayBuffer, isAsyncFunction, isBigIntObject, isBooleanObject, isDataView, isDate, isExternal,
  isGeneratorFunction, isGeneratorObject, isMap, isMapIterator, isModuleNamespaceObject, isNativeError, isNumberObject, isPromise,
  isProxy, isRegExp, isSet, isSetIterator, isSharedArrayBuffer, isStringObject, isSymbolObject, isWeakMap, isWeakSet, isAnyArrayBuffer,
  isBoxedPrimitive, isArrayBufferView, isTypedArray, isUint8Array,
};

const typedArrays = [
  'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array', 'Float16Array', 'Float32Array',
  'Float64Array', 'BigInt64Array', 'BigUint64Array',
];

for (const name of typedArrays) {
  const test = `is${name}`;
  types[test] = { [test](value) { return Reflect.apply(typedArrayName, value, []) === name; } }[test];
}

// Keys belong to rooms that few programs load; before their classes exist no value is one.
const keyTests = { isKeyObject: () => false, isCryptoKey: () => false };

for (const name of ['isKeyObject', 'isCryptoKey']) {
  Object.defineProperty(types, name, { __proto__: null, enumerable: true, value: { value(value) { return keyTests[name](value); } }.value });
}

/** Called by the room that has the classes, with `{ isKeyObject, isCryptoKey }`. */
function setKeyTests(tests) {
  Object.assign(keyTests, tests);
}

Object.defineProperties(types, {
  nameOfTypedArray: { __proto__: null, value: nameOfTypedArray },
  setKeyTests: { __proto__: null, value: setKeyTests },
});

module.exports = types;
