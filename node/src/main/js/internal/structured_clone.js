'use strict';

/** structuredClone(), and what classes do to take part in structured cloning. */

const { clone, forbidTransfer, isTransferForbidden, mark, setHost } = binding('clone');
const errors = require('internal/errors');

/** A method that gives `{ data, deserializeInfo: 'module:Class' }` of an object to copy. */
const kClone = Symbol('kClone');
/** The same for an object that is transferred and unusable from then on. */
const kTransfer = Symbol('kTransfer');
/** A method that lists what must be transferred along. */
const kTransferList = Symbol('kTransferList');
/** A method that fills an object, made without arguments by the class of `deserializeInfo`, with the data. */
const kDeserialize = Symbol('kDeserialize');

const CLONEABLE = 1;
const TRANSFERABLE = 2;

function dataCloneError(message) {
  const { DOMException } = require('internal/errors/dom_exception');
  return new DOMException(message, 'DataCloneError');
}

/** What the error calls a value: a function's text, a symbol's, or an object's class. */
function describe(value) {
  if (typeof value !== 'object') return String(value);
  const { constructor } = value;
  return `#<${typeof constructor === 'function' && constructor.name || 'Object'}>`;
}

setHost({
  takeApart: (object, transfer) => (transfer ? object[kTransfer]() : object[kClone]()),
  companions: (object) => (typeof object[kTransferList] === 'function' ? object[kTransferList]() : []),
  create(kind) {
    const colon = kind.indexOf(':');
    const Class = require(kind.slice(0, colon))[kind.slice(colon + 1)];
    return new Class();
  },
  fill(object, data) { object[kDeserialize](data); },
  failure: dataCloneError,
  refusal: (value) => dataCloneError(`${describe(value)} could not be cloned.`),
});

/** Says how an object of a class of ours takes part: by kClone, by kTransfer, both, or not at all. */
function markTransferMode(object, cloneable = false, transferable = false) {
  mark(object, (cloneable ? CLONEABLE : 0) + (transferable ? TRANSFERABLE : 0));
}

function wrongType(message) {
  const error = new TypeError(message);
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

/** A transfer list as an array. */
function toList(transfer) {
  const list = typeof transfer === 'object' || typeof transfer === 'function' ? transfer?.[Symbol.iterator] : undefined;
  if (typeof list !== 'function') {
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

module.exports = {
  forbidTransfer,
  isTransferForbidden,
  kClone,
  kDeserialize,
  kTransfer,
  kTransferList,
  markTransferMode,
  structuredClone,
};
