'use strict';

/* What classes are called. */

const { constructorName, kindOf, kinds } = binding('util/types');

/**
 * The name of an object's class; `null` for an object without a prototype.
 *
 * @param {string[]} [inherited] gets the properties of its class's prototype, for `showHidden`
 */
function nameOf(printer, value, level, inherited) {
  if (inherited === undefined) {
    const name = constructorName(value);
    if (name !== undefined) return name;
  }
  return require('internal/util/inspect/prototypes').nameByPrototypes(printer, value, level, inherited);
}

/** `Name(size) [tag] `, what stands before the brace. */
function classPrefix(name, tag, fallback, size = '') {
  const base = name === null ? `[${fallback}${size}: null prototype] ` : `${name}${size} `;
  const shown = name === null ? fallback : name;
  return tag !== '' && tag !== shown ? `${base}[${tag}] ` : base;
}

/** The name of an object's internal kind: what it is called when nothing on its prototype chain says. */
function kindName(value) {
  switch (kindOf(value)) {
    case kinds.ARRAY: return 'Array';
    case kinds.FUNCTION: return 'Function';
    case kinds.ERROR: return 'Error';
    case kinds.MAP: return 'Map';
    case kinds.SET: return 'Set';
    case kinds.DATE: return 'Date';
    case kinds.REGEXP: return 'RegExp';
    case kinds.PROMISE: return 'Promise';
    case kinds.ARRAY_BUFFER: return 'ArrayBuffer';
    case kinds.SHARED_ARRAY_BUFFER: return 'SharedArrayBuffer';
    case kinds.DATA_VIEW: return 'DataView';
    case kinds.WEAK_MAP: return 'WeakMap';
    case kinds.WEAK_SET: return 'WeakSet';
    case kinds.NUMBER: return 'Number';
    case kinds.STRING: return 'String';
    case kinds.BOOLEAN: return 'Boolean';
    case kinds.SYMBOL: return 'Symbol';
    case kinds.BIGINT: return 'BigInt';
    case kinds.TYPED_ARRAY: return require('internal/util/types').nameOfTypedArray(value);
    default: return 'Object';
  }
}

module.exports = { classPrefix, kindName, nameOf };
