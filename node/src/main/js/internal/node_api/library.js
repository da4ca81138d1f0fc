'use strict';

/* What Node-API's functions do in JavaScript: called by Java, for native code. They hold what programs may replace. */

const asyncContext = require('internal/async_context');
const { destroyResource, execution, initResource, runInResource } = require('internal/async_hooks');

const { Date, DataView, Float16Array, Number, Object, Reflect, SharedArrayBuffer, Symbol } = globalThis;
const { freeze, getOwnPropertyDescriptor, getPrototypeOf, seal } = Object;
const { apply, ownKeys } = Reflect;
const symbolFor = Symbol.for;
const dateGetTime = Date.prototype.getTime;

const typedArrays = {
  __proto__: null, BigInt64Array, BigUint64Array, Float16Array, Float32Array, Float64Array, Int16Array, Int32Array, Int8Array, Uint16Array,
  Uint32Array, Uint8Array, Uint8ClampedArray,
};

// napi_key_filter
const KEY_WRITABLE = 1;
const KEY_ENUMERABLE = 2;
const KEY_CONFIGURABLE = 4;
const KEY_SKIP_STRINGS = 8;
const KEY_SKIP_SYMBOLS = 16;

const arrayIndex = /^(?:0|[1-9]\d{0,9})$/;
const MAX_ARRAY_INDEX = 2 ** 32 - 2;

function isWanted(filter, descriptor) {
  if (filter & KEY_ENUMERABLE && !descriptor.enumerable) return false;
  if (filter & KEY_CONFIGURABLE && !descriptor.configurable) return false;
  return !(filter & KEY_WRITABLE) || descriptor.writable === true || descriptor.set !== undefined;
}

/**
 * The keys of an object that a filter lets through.
 * @param {boolean} ownOnly without those of its prototypes
 * @param {number} filter bits of `napi_key_filter`
 * @param {boolean} asText indices as strings, else as numbers
 */
function propertyNames(object, ownOnly, filter, asText) {
  const seen = new Set();
  const names = [];
  for (let at = object; at !== null; at = ownOnly ? null : getPrototypeOf(at)) {
    for (const key of ownKeys(at)) {
      if (seen.has(key) || filter & (typeof key === 'symbol' ? KEY_SKIP_SYMBOLS : KEY_SKIP_STRINGS)) continue;
      const descriptor = getOwnPropertyDescriptor(at, key);
      if (descriptor === undefined) continue;
      seen.add(key);
      if (!isWanted(filter, descriptor)) continue;
      const isIndex = !asText && typeof key === 'string' && arrayIndex.test(key) && Number(key) <= MAX_ARRAY_INDEX;
      names.push(isIndex ? Number(key) : key);
    }
  }
  return names;
}

/** A Buffer on a part of an ArrayBuffer. */
function bufferOn(holder, offset, length) {
  return Buffer.from(holder, offset, length);
}

// Async contexts

/** What asynchronous things of an addon run as. @returns {{resource: object, scope: object}} */
function createContext(resource, type) {
  if (!Object.isExtensible(resource)) resource = {};   // ids are kept in it
  initResource(resource, type);
  return { resource, scope: asyncContext.current() };
}

function destroyContext({ resource }) {
  destroyResource(resource);
}

/** Calls a function in a context; undefined for none. */
function runIn(context, fn, receiver, args) {
  if (context === undefined) return apply(fn, receiver, args);
  const before = asyncContext.enter(context.scope);
  try {
    return runInResource(context.resource, fn, receiver, args);
  } finally {
    asyncContext.enter(before);
  }
}

/** Begins what ends with {@link leave}. */
function enter({ resource, scope }) {
  const previous = execution.resource;
  const before = asyncContext.enter(scope);
  execution.resource = resource;
  execution.events?.before(resource);
  return { resource, previous, before };
}

function leave({ resource, previous, before }) {
  execution.events?.after(resource);
  execution.resource = previous;
  asyncContext.enter(before);
}

function warnOfUncaught() {
  process.emitWarning('Uncaught N-API callback exception detected, please run node with option ' +
    '--force-node-api-uncaught-exceptions-policy=true to handle those exceptions properly.', 'DeprecationWarning', 'DEP0168');
}

module.exports = {
  bufferOn,
  createContext,
  createDataView: (holder, offset, length) => new DataView(holder, offset, length),
  createDate: (time) => new Date(time),
  createShared: (length) => new SharedArrayBuffer(length),
  createSymbol: (description) => Symbol(description),
  createTypedArray: (type, holder, offset, length) => new typedArrays[type](holder, offset, length),
  dateValue: (date) => apply(dateGetTime, date, []),
  destroyContext,
  enter,
  freeze,
  isInstance: (value, constructor) => value instanceof constructor,
  leave,
  propertyNames,
  runIn,
  seal,
  symbolFor: (key) => symbolFor(key),
  warnOfUncaught,
};
