'use strict';

/**
 * `structuredClone`, and how our own classes take part in it. A class whose objects may be cloned or transferred calls `mark` in its
 * constructor and has methods: `[kClone]()` and `[kTransfer]()` give `{ data, deserializeInfo }`, where `deserializeInfo` is
 * `'module:Class'`; `[kTransferList]()` what must be transferred along; `[kDeserialize](data)` fills an empty object of the class.
 */

const { clone, mark } = binding('messaging');
const errors = require('internal/errors');

const CLONEABLE = 1;
const TRANSFERABLE = 2;

const kClone = Symbol('messaging_clone_symbol');
const kTransfer = Symbol('messaging_transfer_symbol');
const kTransferList = Symbol('messaging_transfer_list_symbol');
const kDeserialize = Symbol('messaging_deserialize_symbol');

function dataCloneError(message) {
  const { DOMException } = require('internal/errors/dom_exception');
  return new DOMException(message, 'DataCloneError');
}

function wrongType(message) {
  const error = new TypeError(message);
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

/** A transfer list as an array. */
function toList(transfer) {
  const iterate = typeof transfer === 'object' || typeof transfer === 'function' ? transfer?.[Symbol.iterator] : undefined;
  if (typeof iterate !== 'function') {
    throw wrongType("Failed to execute 'structuredClone': transfer in Options can not be converted to sequence.");
  }
  const objects = [...transfer];
  for (const object of objects) {
    if (object === null || typeof object !== 'object' && typeof object !== 'function') throw wrongType('Value is not an object');
  }
  return objects;
}

/**
 * A deep copy, after HTML's algorithm.
 * @param {*} value
 * @param {{ transfer?: Iterable<object> }} [options] what moves into the copy rather than be copied
 */
function structuredClone(value, options) {
  if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('value');
  if (options != null && typeof options !== 'object' && typeof options !== 'function') {
    throw wrongType("Failed to execute 'structuredClone': Options cannot be converted to a dictionary");
  }
  const transfer = options?.transfer;
  return clone(value, transfer === undefined ? [] : toList(transfer));
}

// What Java asks.

function takeApart(object, transfer) {
  const { data, deserializeInfo } = transfer ? object[kTransfer]() : object[kClone]();
  return { kind: deserializeInfo, data };
}

function companions(object) {
  return object[kTransferList]?.() ?? [];
}

/** A kind may come from a program that knows the symbols: only classes that take part are made. */
function create(kind) {
  const at = kind.lastIndexOf(':');
  const id = kind.slice(0, at);
  let exported;
  try {
    exported = require(id);
  } catch {
    throw new Error(`Missing internal module '${id}'`);
  }
  const Class = exported[kind.slice(at + 1)];
  const object = id.startsWith('internal/') && typeof Class === 'function' ? new Class() : undefined;
  if (typeof object?.[kDeserialize] !== 'function') throw new Error(`Unknown deserialize spec ${kind}`);
  return object;
}

function fill(object, data) {
  object[kDeserialize](data);
}

/** What the error calls a value: a function's text, a symbol's, or an object's class. */
function describe(value) {
  if (typeof value !== 'object') return String(value);
  const { constructor } = value;
  return `#<${typeof constructor === 'function' && constructor.name || 'Object'}>`;
}

function refusal(value) {
  return dataCloneError(`${describe(value)} could not be cloned.`);
}

module.exports = {
  CLONEABLE, TRANSFERABLE, companions, create, failure: dataCloneError, fill, kClone, kDeserialize, kTransfer, kTransferList, mark,
  refusal, structuredClone, takeApart,
};
