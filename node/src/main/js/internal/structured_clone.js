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

const kClone = Symbol('kClone');
const kTransfer = Symbol('kTransfer');
const kTransferList = Symbol('kTransferList');
const kDeserialize = Symbol('kDeserialize');

function dataCloneError(message) {
  return new DOMException(message, 'DataCloneError');
}

/**
 * @param {*} value
 * @param {{ transfer?: Iterable<object> }} [options]
 */
function structuredClone(value, options = undefined) {
  if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('The value argument must be specified');
  if (options === undefined || options === null) return clone(value, []);
  if (typeof options !== 'object' && typeof options !== 'function') {
    throw new errors.ERR_INVALID_ARG_TYPE('options', 'object', options);
  }
  const { transfer } = options;
  if (transfer === undefined) return clone(value, []);
  if (transfer === null || typeof transfer[Symbol.iterator] !== 'function') {
    throw new errors.ERR_INVALID_ARG_TYPE('options.transfer', 'Iterable', transfer);
  }
  return clone(value, [...transfer]);
}

// What Java asks.

function takeApart(object, transfer) {
  const { data, deserializeInfo } = transfer ? object[kTransfer]() : object[kClone]();
  return { kind: deserializeInfo, data };
}

function companions(object) {
  return object[kTransferList]?.() ?? [];
}

function create(kind) {
  const at = kind.lastIndexOf(':');
  const Class = require(kind.slice(0, at))[kind.slice(at + 1)];
  return new Class();
}

function fill(object, data) {
  object[kDeserialize](data);
}

function refusal(value) {
  const text = typeof value === 'symbol' || typeof value === 'function' ? String(value) : Object.prototype.toString.call(value)
    .replace(/^\[object (.*)\]$/, '#<$1>');
  return dataCloneError(`${text} could not be cloned.`);
}

module.exports = {
  CLONEABLE, TRANSFERABLE, companions, create, failure: dataCloneError, fill, kClone, kDeserialize, kTransfer, kTransferList, mark,
  refusal, structuredClone, takeApart,
};
