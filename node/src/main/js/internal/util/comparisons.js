'use strict';

/**
 * Deep equality: `isDeepEqual` (loose, as `assert.deepEqual`), `isDeepStrictEqual` (as `assert.deepStrictEqual`) and
 * `isPartialStrictEqual` (as `assert.partialDeepStrictEqual`: `expected` is contained in `actual`).
 */

const { Buffer } = require('buffer');
const types = require('internal/util/types');
const { nonIndexKeys } = binding('util/types');
const { isArray } = Array;
const { getOwnPropertySymbols, getPrototypeOf, is, keys } = Object;
const { hasOwnProperty, propertyIsEnumerable, toString } = Object.prototype;

const LOOSE = 0;
const STRICT = 1;
const STRICT_WITHOUT_PROTOTYPE = 2;
const PARTIAL = 3;

const has = (object, key) => hasOwnProperty.call(object, key);
const enumerates = (object, key) => propertyIsEnumerable.call(object, key);

const isIndex = (key) => {
  const n = Number(key);
  return Number.isInteger(n) && n >= 0 && n < 2 ** 32 - 1 && String(n) === key;
};

/** Enumerable own string keys that are no array index. */
function namedKeys(list) {
  if (types.isProxy(list)) return keys(list).filter((key) => !isIndex(key));
  return nonIndexKeys(list, true).filter((key) => typeof key === 'string');
}

const sameNumbers = (a, b) => a === b || (a !== a && b !== b);   // eslint-disable-line no-self-compare

function bytesOf(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return new Uint8Array(value);
}

function sameBytes(a, b) {
  const x = bytesOf(a);
  const y = bytesOf(b);
  return x.length === y.length && Buffer.compare(x, y) === 0;
}

/** Whether the bytes or numbers of `b` are found in `a`, in order. */
function containsInOrder(a, b) {
  let at = 0;
  for (let i = 0; i < b.length; i++) {
    while (at < a.length && !is(a[at], b[i])) at++;
    if (at++ >= a.length) return false;
  }
  return true;
}

function sameViews(a, b, mode) {
  if (mode === PARTIAL && a.byteLength !== b.byteLength) {
    if (types.isDataView(a)) return containsInOrder(bytesOf(a), bytesOf(b));
    return containsInOrder(a, b);
  }
  if (a.byteLength !== b.byteLength) return false;
  if (mode !== LOOSE || !(types.isFloat32Array(a) || types.isFloat64Array(a) || types.isFloat16Array?.(a))) return sameBytes(a, b);
  for (let i = 0; i < a.length; i++) if (!(a[i] === b[i])) return false;
  return true;
}

function sameBoxed(a, b) {
  const kinds = [
    [types.isNumberObject, Number], [types.isStringObject, String], [types.isBooleanObject, Boolean],
    [types.isBigIntObject, BigInt], [types.isSymbolObject, Symbol],
  ];
  for (const [isKind, { prototype }] of kinds) {
    if (isKind(a)) return isKind(b) && is(prototype.valueOf.call(a), prototype.valueOf.call(b));
  }
  return false;
}

/** One comparison: its mode, and the pairs under way, for cyclic values. */
class Comparison {
  mode;
  /** actual → Set of the expecteds it is being compared with; made when the first object inside an object is met */
  pairs;

  constructor(mode) {
    this.mode = mode;
  }

  equal(a, b) {
    const { mode } = this;
    if (a === b) return a !== 0 || mode === LOOSE || is(a, b);
    if (mode === LOOSE) {
      if (a === null || typeof a !== 'object') {
        return (b === null || typeof b !== 'object') && (a == b || sameNumbers(a, b));   // eslint-disable-line eqeqeq
      }
      if (b === null || typeof b !== 'object') return false;
    } else {
      if (typeof a !== 'object') return typeof a === 'number' && sameNumbers(a, b);
      if (typeof b !== 'object' || a === null || b === null) return false;
      if (mode === STRICT && getPrototypeOf(a) !== getPrototypeOf(b)) return false;
    }
    return this.#objects(a, b);
  }

  #objects(a, b) {
    const tag = toString.call(a);
    if (tag !== toString.call(b)) return false;
    if (isArray(a)) {
      if (!isArray(b) || (this.mode === PARTIAL ? a.length < b.length : a.length !== b.length)) return false;
      const names = namedKeys(b);
      if (this.mode !== PARTIAL && names.length !== namedKeys(a).length) return false;
      return this.#members(a, b, names, this.#sameElements);
    }
    if (tag === '[object Object]' && !isSpecial(a) && !isSpecial(b)) return this.#members(a, b);
    return this.#special(a, b);
  }

  /** Objects with something inside that is not a property. */
  #special(a, b) {
    if (types.isDate(a)) {
      return types.isDate(b) && sameNumbers(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b)) && this.#members(a, b);
    }
    if (types.isRegExp(a)) {
      return types.isRegExp(b) && a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex && this.#members(a, b);
    }
    if (types.isArrayBufferView(a)) {
      if (!types.isArrayBufferView(b) || a[Symbol.toStringTag] !== b[Symbol.toStringTag] || !sameViews(a, b, this.mode)) return false;
      return types.isDataView(a) ? this.#members(a, b) : this.#members(a, b, namedKeys(b), undefined, namedKeys(a));
    }
    if (types.isSet(a)) {
      if (!types.isSet(b) || (this.mode === PARTIAL ? a.size < b.size : a.size !== b.size)) return false;
      return this.#members(a, b, undefined, this.#sameSets);
    }
    if (types.isMap(a)) {
      if (!types.isMap(b) || (this.mode === PARTIAL ? a.size < b.size : a.size !== b.size)) return false;
      return this.#members(a, b, undefined, this.#sameMaps);
    }
    if (types.isAnyArrayBuffer(a)) {
      if (!types.isAnyArrayBuffer(b) || types.isSharedArrayBuffer(a) !== types.isSharedArrayBuffer(b)) return false;
      const same = this.mode === PARTIAL ? containsInOrder(bytesOf(a), bytesOf(b)) : sameBytes(a, b);
      return same && this.#members(a, b);
    }
    if (types.isBoxedPrimitive(a)) return types.isBoxedPrimitive(b) && sameBoxed(a, b) && this.#boxedMembers(a, b);
    if (isArray(b) || types.isDate(b) || types.isRegExp(b) || types.isArrayBufferView(b) || types.isSet(b) || types.isMap(b) ||
        types.isAnyArrayBuffer(b) || types.isBoxedPrimitive(b)) {
      return false;
    }
    if (isError(a)) return isError(b) && this.#sameErrors(a, b) && this.#members(a, b);
    if (isError(b)) return false;
    if (types.isWeakMap(a) || types.isWeakSet(a) || types.isPromise(a)) return false;
    if (isUrl(a)) return isUrl(b) && a.href === b.href && this.#members(a, b);
    if (types.isKeyObject(a) || types.isCryptoKey(a)) return this.#sameKeys(a, b) && this.#members(a, b);
    return this.#members(a, b);
  }

  /** A boxed string's indexes are its value, not its properties. */
  #boxedMembers(a, b) {
    if (!types.isStringObject(a)) return this.#members(a, b);
    return this.#members(a, b, namedKeys(b), undefined, namedKeys(a));
  }

  #sameErrors(a, b) {
    const { mode } = this;
    for (const name of ['message', 'name', 'cause', 'errors']) {
      // Enumerable ones are compared with the other properties.
      const inA = (name === 'message' || name === 'name') || has(a, name);
      const inB = (name === 'message' || name === 'name') || has(b, name);
      if (mode === PARTIAL && !has(b, name)) continue;
      if (enumerates(a, name) !== enumerates(b, name) && mode !== PARTIAL) return false;
      if (inA !== inB) return false;
      if (inB && !enumerates(b, name) && !this.equal(a[name], b[name])) return false;
    }
    return true;
  }

  #sameKeys(a, b) {
    if (types.isKeyObject(a)) return types.isKeyObject(b) && a.equals(b);
    return types.isCryptoKey(b) && a.type === b.type && a.extractable === b.extractable &&
      this.equal(a.algorithm, b.algorithm) && this.equal([...a.usages], [...b.usages]) &&
      require('crypto').KeyObject.from(a).equals(require('crypto').KeyObject.from(b));
  }

  /** Compares own enumerable properties, then what `inside` compares, with cycles looked after. */
  #members(a, b, names = keys(b), inside = undefined, namesOfA = undefined) {
    const { mode } = this;
    if (mode !== PARTIAL) {
      if (namesOfA !== undefined) {
        if (namesOfA.length !== names.length) return false;
      } else if (!isArray(a) && keys(a).length !== names.length) {
        return false;
      }
    }
    for (const name of names) if (!enumerates(a, name)) return false;
    if (mode !== LOOSE) {
      const symbols = getOwnPropertySymbols(b).filter((symbol) => enumerates(b, symbol));
      if (mode !== PARTIAL && getOwnPropertySymbols(a).filter((symbol) => enumerates(a, symbol)).length !== symbols.length) return false;
      for (const symbol of symbols) if (!enumerates(a, symbol)) return false;
      if (symbols.length > 0) names = [...names, ...symbols];
    }
    if (names.length === 0 && inside === undefined) return true;

    this.pairs ??= new Map();
    let withA = this.pairs.get(a);
    if (withA === undefined) this.pairs.set(a, withA = new Set());
    else if (withA.has(b)) return true;
    withA.add(b);
    const same = names.every((name) => this.equal(a[name], b[name])) && (inside === undefined || inside.call(this, a, b));
    withA.delete(b);
    return same;
  }

  #sameElements(a, b) {
    if (this.mode === PARTIAL) return this.#partialElements(a, b);
    for (let i = 0; i < b.length; i++) {
      const inB = i in b && has(b, i);
      if (!inB) {
        if (has(a, i)) return false;
        return this.#sparseRest(a, b, i);
      }
      if (!has(a, i) || !this.equal(a[i], b[i])) return false;
    }
    return true;
  }

  /** Arrays with holes, from the first hole on: only what is there is visited. */
  #sparseRest(a, b, from) {
    const rest = (list) => keys(list).filter((key) => isIndex(key) && Number(key) >= from);
    const inA = rest(a);
    const inB = rest(b);
    return inA.length === inB.length && inB.every((key) => has(a, key) && this.equal(a[key], b[key]));
  }

  /** Whether b's elements are found in a, in order. */
  #partialElements(a, b) {
    let at = 0;
    for (let i = 0; i < b.length; i++) {
      if (b[i] === undefined && !has(b, i)) return this.#partialSparse(a, b, i, at);
      while (at < a.length && !this.equal(a[at], b[i])) at++;
      if (at++ >= a.length) return false;
    }
    return true;
  }

  #partialSparse(a, b, fromB, fromA) {
    const inA = keys(a).filter((key) => isIndex(key) && Number(key) >= fromA);
    const inB = keys(b).filter((key) => isIndex(key) && Number(key) >= fromB);
    if (inA.length < inB.length) return false;
    let at = 0;
    for (const key of inB) {
      while (at < inA.length && !this.equal(a[inA[at]], b[key])) at++;
      if (at++ >= inA.length) return false;
    }
    return true;
  }

  #sameSets(a, b) {
    let open;
    for (const value of b) {
      if (a.has(value)) continue;
      if (typeof value !== 'object' || value === null) {
        if (this.mode !== LOOSE || !hasLooseTwin(a, b, value)) return false;
      }
      (open ??= []).push(value);
    }
    if (open === undefined) return true;
    const candidates = [];
    for (const value of a) {
      if (typeof value === 'object' && value !== null) {
        if (!b.has(value)) candidates.push(value);
      } else if (this.mode === LOOSE) {
        if (!b.has(value)) candidates.push(value);
      } else if (this.mode !== PARTIAL && !b.has(value)) {
        return false;
      }
    }
    return this.#pairUp(candidates, open, (x, y) => this.equal(x, y));
  }

  #sameMaps(a, b) {
    let open;
    for (const [key, value] of b) {
      if (typeof key === 'object' && key !== null) {
        if (a.has(key) && this.equal(a.get(key), value)) continue;
        (open ??= []).push(key);
      } else if (a.has(key) && this.equal(a.get(key), value)) {
        continue;
      } else if (this.mode === LOOSE && hasLooseTwin(a, b, key)) {
        (open ??= []).push(key);
      } else {
        return false;
      }
    }
    if (open === undefined) return true;
    const candidates = [];
    for (const [key, value] of a) {
      if (b.has(key) && this.equal(value, b.get(key)) && (typeof key !== 'object' || key === null || !open.includes(key))) continue;
      candidates.push(key);
    }
    return this.#pairUp(candidates, open, (x, y) => this.equal(x, y) && this.equal(a.get(x), b.get(y)));
  }

  /** Finds a partner of its own among `candidates` for each of `wanted`. */
  #pairUp(candidates, wanted, same) {
    if (this.mode === PARTIAL ? candidates.length < wanted.length : candidates.length !== wanted.length) return false;
    for (const value of wanted) {
      const at = candidates.findIndex((candidate) => same(candidate, value));
      if (at === -1) return false;
      candidates.splice(at, 1);
    }
    return true;
  }
}

/** Whether a loosely equal primitive of `value` may be in `a`, which `b` hasn't. */
function hasLooseTwin(a, b, value) {
  if (typeof value === 'symbol' || value !== value) return false;   // eslint-disable-line no-self-compare
  for (const other of a.keys()) {
    if ((typeof other !== 'object' || other === null) && other == value && !b.has(other)) return true;   // eslint-disable-line eqeqeq
  }
  return false;
}

function isError(value) {
  return types.isNativeError(value) || value instanceof Error;
}

/** Objects tagged `[object Object]` that are more than their properties. */
function isSpecial(value) {
  const prototype = getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) {
    return types.isDate(value) || types.isSet(value) || types.isMap(value) || types.isNativeError(value) || types.isRegExp(value) ||
      types.isBoxedPrimitive(value) || types.isAnyArrayBuffer(value) || types.isArrayBufferView(value);
  }
  return true;
}

function isUrl(value) {
  return typeof value.href === 'string' && typeof value.protocol === 'string' && value instanceof URL;
}

/** @returns {boolean} */
function isDeepEqual(a, b) {
  return new Comparison(LOOSE).equal(a, b);
}

/** @param {boolean} [skipPrototype] whether prototypes may differ */
function isDeepStrictEqual(a, b, skipPrototype) {
  return new Comparison(skipPrototype ? STRICT_WITHOUT_PROTOTYPE : STRICT).equal(a, b);
}

/** Whether everything in `expected` is in `actual`. */
function isPartialStrictEqual(actual, expected) {
  return new Comparison(PARTIAL).equal(actual, expected);
}

module.exports = { isDeepEqual, isDeepStrictEqual, isPartialStrictEqual };
