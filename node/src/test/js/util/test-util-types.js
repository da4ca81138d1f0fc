'use strict';

// util.types tells what a value is by its internal slots, whatever its prototype says.

const assert = require('assert');
const { types } = require('util');

assert.strictEqual(require('util/types'), types);

const values = {
  isDate: new Date(), isRegExp: /a/, isMap: new Map(), isSet: new Set(), isWeakMap: new WeakMap(), isWeakSet: new WeakSet(),
  isPromise: Promise.resolve(), isProxy: new Proxy({}, {}), isNativeError: new TypeError('x'), isArrayBuffer: new ArrayBuffer(1),
  isSharedArrayBuffer: new SharedArrayBuffer(1), isDataView: new DataView(new ArrayBuffer(1)), isMapIterator: new Map().keys(),
  isSetIterator: new Set().values(), isGeneratorObject: (function*() {})(), isAsyncFunction: async () => {},
  isGeneratorFunction: function*() {}, isNumberObject: Object(1), isStringObject: Object(''), isBooleanObject: Object(true),
  isSymbolObject: Object(Symbol('a')), isBigIntObject: Object(1n), isArgumentsObject: (function() { return arguments; })(),
  isUint8Array: new Uint8Array(1), isFloat64Array: new Float64Array(1), isBigInt64Array: new BigInt64Array(1),
};
for (const [name, value] of Object.entries(values)) {
  assert.strictEqual(types[name](value), true, name);
  assert.strictEqual(types[name]({}), false, name);
  assert.strictEqual(types[name](undefined), false, name);
  for (const other of Object.keys(values)) if (other !== name) assert.strictEqual(types[other](value), false, `${other} of ${name}`);
}

assert.strictEqual(types.isDate(Object.create(Date.prototype)), false);
assert.strictEqual(types.isMap(Object.setPrototypeOf(new Map(), null)), true);
assert.strictEqual(types.isBoxedPrimitive(Object('')), true);
assert.strictEqual(types.isAnyArrayBuffer(new SharedArrayBuffer(1)), true);
assert.strictEqual(types.isArrayBufferView(new DataView(new ArrayBuffer(1))), true);
assert.strictEqual(types.isTypedArray(Buffer.alloc(1)), true);
assert.strictEqual(types.isExternal({}), false);
