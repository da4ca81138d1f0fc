'use strict';

/* What the kinds of objects other than plain ones and arrays look like: each describer fills in a Shape. */

const { kinds, givesPairs } = binding('util/types');
const { classPrefix } = require('internal/util/inspect/names');
const { describeFunction, describeRegExp, describeDate, describeBoxed } = require('internal/util/inspect/scalars');
const collections = require('internal/util/inspect/collections');
const { nameOfTypedArray } = require('internal/util/types');

const { get: mapSize } = Object.getOwnPropertyDescriptor(Map.prototype, 'size');
const { get: setSize } = Object.getOwnPropertyDescriptor(Set.prototype, 'size');
const { get: typedArrayLength } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'length');

const describers = [];

/** Fills in the shape of an object by its kind. */
function describe(printer, value, shape, level, inView) {
  const { kind, name } = shape;
  const list = lists[kind];
  if (list !== undefined && (name === null || Symbol.iterator in value)) return list(value, shape, printer);
  if (name === 'Object') return describePlain(value, shape);
  const describer = describers[kind];
  if (describer !== undefined) return describer(value, shape, printer, level, inView);
  if (value instanceof Error) return describeError(value, shape, printer, level);
  return describePlain(value, shape);
}

function open(shape, fallback, size) {
  return classPrefix(shape.name, shape.tag, fallback, size);
}

function describePlain(value, shape) {
  shape.open = `${open(shape, 'Object')}{`;
  if (shape.isBare) shape.text = `${shape.open}}`;
}

function describeError(value, shape, printer, level) {
  require('internal/util/inspect/errors').describeError(value, shape, printer, level);
}

// Those that give their entries when they are iterated.

const lists = [];

lists[kinds.MAP] = (value, shape) => {
  const size = Reflect.apply(mapSize, value, []);
  shape.open = `${open(shape, 'Map', `(${size})`)}{`;
  if (size === 0 && shape.isBare) shape.text = `${shape.open}}`;
  else shape.entries = collections.mapEntries;
};

lists[kinds.SET] = (value, shape) => {
  const size = Reflect.apply(setSize, value, []);
  shape.open = `${open(shape, 'Set', `(${size})`)}{`;
  if (size === 0 && shape.isBare) shape.text = `${shape.open}}`;
  else shape.entries = collections.setEntries;
};

lists[kinds.TYPED_ARRAY] = (value, shape, printer) => {
  const length = Reflect.apply(typedArrayLength, value, []);
  shape.open = `${open(shape, shape.name === null ? nameOfTypedArray(value) : '', `(${length})`)}[`;
  shape.close = ']';
  shape.isList = true;
  if (length === 0 && shape.keys.length === 0 && !printer.showHidden) shape.text = `${shape.open}]`;
  else shape.entries = collections.typedArrayEntries;
};

lists[kinds.MAP_ITERATOR] = (value, shape) => describeIterator(value, shape, 'Map');
lists[kinds.SET_ITERATOR] = (value, shape) => describeIterator(value, shape, 'Set');

function describeIterator(value, shape, of) {
  const pairs = givesPairs(value);
  const own = `${of} Iterator`;
  const label = pairs ? `${of} Entries` : own;
  const tag = shape.tag === own || shape.tag === '' ? '' : `${shape.tag}] [`;
  shape.open = `[${tag}${label}] {`;
  shape.entries = pairs ? collections.pairEntries : collections.iteratorEntries;
}

// The others.

describers[kinds.FUNCTION] = describeFunction;
describers[kinds.REGEXP] = describeRegExp;
describers[kinds.DATE] = describeDate;
describers[kinds.ERROR] = describeError;
for (const kind of [kinds.NUMBER, kinds.STRING, kinds.BOOLEAN, kinds.SYMBOL, kinds.BIGINT]) describers[kind] = describeBoxed;

describers[kinds.ARRAY_BUFFER] = (value, shape, printer, level, inView) => describeBuffer(value, shape, printer, 'ArrayBuffer', inView);
describers[kinds.SHARED_ARRAY_BUFFER] =
  (value, shape, printer, level, inView) => describeBuffer(value, shape, printer, 'SharedArrayBuffer', inView);

function describeBuffer(value, shape, printer, fallback, inView) {
  shape.open = `${open(shape, fallback)}{`;
  shape.entries = inView ? collections.byteLengthEntry : collections.bufferEntries;
  // A typed array shows its buffer's length, however deep it is.
  if (inView && shape.isBare) shape.text = `${shape.open} ${collections.byteLengthEntry(printer, value, 0)} }`;
}

describers[kinds.DATA_VIEW] = (value, shape) => {
  shape.open = `${open(shape, 'DataView')}{`;
  shape.entries = collections.dataViewEntries;
};

describers[kinds.PROMISE] = (value, shape) => {
  shape.open = `${open(shape, 'Promise')}{`;
  shape.entries = collections.promiseEntries;
};

// The engine keeps what weak collections hold with the keys: there is no list of them.

describers[kinds.WEAK_SET] = (value, shape) => {
  shape.open = `${open(shape, 'WeakSet')}{`;
  shape.entries = collections.unknownEntries;
};

describers[kinds.WEAK_MAP] = (value, shape) => {
  shape.open = `${open(shape, 'WeakMap')}{`;
  shape.entries = collections.unknownEntries;
};

describers[kinds.NAMESPACE] = (value, shape) => {
  shape.open = `${open(shape, 'Module')}{`;
  shape.entries = collections.namespaceEntries;
  shape.exports = Object.getOwnPropertyNames(value);
  shape.keys = [];
};

module.exports = { describe };
