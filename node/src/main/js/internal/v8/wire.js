'use strict';

/**
 * V8's format for serialized values, version 15, in which Node writes `v8.serialize` and its channels' advanced messages: a tag of one
 * byte before each value, lengths and integers as base-128 numbers, least digits first. Source: V8's `value-serializer.cc`.
 */

const VERSION = 15;
const VERSION_TAG = 0xff;

const codeOf = (letter) => letter.charCodeAt(0);

/** Tags by what they stand for. */
const TAGS = {
  PADDING: 0,
  UNDEFINED: codeOf('_'),
  NULL: codeOf('0'),
  TRUE: codeOf('T'),
  FALSE: codeOf('F'),
  INT32: codeOf('I'),
  UINT32: codeOf('U'),
  DOUBLE: codeOf('N'),
  BIGINT: codeOf('Z'),
  UTF8: codeOf('S'),
  ONE_BYTE: codeOf('"'),
  TWO_BYTE: codeOf('c'),
  REFERENCE: codeOf('^'),
  OBJECT: codeOf('o'),
  OBJECT_END: codeOf('{'),
  DENSE_ARRAY: codeOf('A'),
  DENSE_ARRAY_END: codeOf('$'),
  SPARSE_ARRAY: codeOf('a'),
  SPARSE_ARRAY_END: codeOf('@'),
  HOLE: codeOf('-'),
  DATE: codeOf('D'),
  TRUE_OBJECT: codeOf('y'),
  FALSE_OBJECT: codeOf('x'),
  NUMBER_OBJECT: codeOf('n'),
  BIGINT_OBJECT: codeOf('z'),
  STRING_OBJECT: codeOf('s'),
  REGEXP: codeOf('R'),
  MAP: codeOf(';'),
  MAP_END: codeOf(':'),
  SET: codeOf('\''),
  SET_END: codeOf(','),
  ARRAY_BUFFER: codeOf('B'),
  RESIZABLE_ARRAY_BUFFER: codeOf('~'),
  TRANSFERRED_ARRAY_BUFFER: codeOf('t'),
  SHARED_ARRAY_BUFFER: codeOf('u'),
  VIEW: codeOf('V'),
  ERROR: codeOf('r'),
  HOST_OBJECT: codeOf('\\'),
};

/** Of a view, which class it has. */
const VIEWS = {
  __proto__: null, Int8Array: codeOf('b'), Uint8Array: codeOf('B'), Uint8ClampedArray: codeOf('C'), Int16Array: codeOf('w'),
  Uint16Array: codeOf('W'), Int32Array: codeOf('d'), Uint32Array: codeOf('D'), Float16Array: codeOf('h'), Float32Array: codeOf('f'),
  Float64Array: codeOf('F'), BigInt64Array: codeOf('q'), BigUint64Array: codeOf('Q'), DataView: codeOf('?'),
};

/** Of an error: its class, where it is not Error itself, and its parts. */
const ERRORS = {
  __proto__: null, EvalError: codeOf('E'), RangeError: codeOf('R'), ReferenceError: codeOf('F'), SyntaxError: codeOf('S'),
  TypeError: codeOf('T'), URIError: codeOf('U'),
};
const ERROR_PARTS = { MESSAGE: codeOf('m'), CAUSE: codeOf('c'), STACK: codeOf('s'), END: codeOf('.') };

/** Of a regular expression, each flag's bit. */
const REGEXP_FLAGS = { __proto__: null, g: 1, i: 2, m: 4, y: 8, u: 16, s: 32, d: 128, v: 256 };

module.exports = { ERRORS, ERROR_PARTS, REGEXP_FLAGS, TAGS, VERSION, VERSION_TAG, VIEWS };
