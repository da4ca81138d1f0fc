'use strict';

const inspection = require('internal/util/inspect');
const { deprecate, promisify } = require('internal/util');
const types = require('internal/util/types');

const { defineLazy } = binding('util/types');

/** `util.inherits()`: the old way to extend a class. */
function inherits(ctor, superCtor) {
  const errors = require('internal/errors');
  if (ctor === undefined || ctor === null) throw new errors.ERR_INVALID_ARG_TYPE('ctor', 'Function', ctor);
  if (superCtor === undefined || superCtor === null) throw new errors.ERR_INVALID_ARG_TYPE('superCtor', 'Function', superCtor);
  if (superCtor.prototype === undefined) {
    throw new errors.ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superCtor.prototype);
  }
  Object.defineProperty(ctor, 'super_', { __proto__: null, value: superCtor, writable: true, configurable: true });
  Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
}

function extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  for (const key of Object.keys(source)) target[key] = source[key];
  return target;
}

function validateErrno(errno) {
  require('internal/validators').validateNumber(errno, 'err');
  if (errno >= 0 || !Number.isSafeInteger(errno)) {
    const errors = require('internal/errors');
    throw new errors.ERR_OUT_OF_RANGE('err', 'a negative integer', errno);
  }
}

/** The code of a negative errno, such as ENOENT. */
function getSystemErrorName(err) {
  validateErrno(err);
  return require('internal/errors').systemErrorName(err);
}

/** The system's text for a negative errno. */
function getSystemErrorMessage(err) {
  validateErrno(err);
  return binding('util').getSystemErrorMessage(err) ?? `Unknown system error ${err}`;
}

/** A Map from each negative errno to its code and text. */
function getSystemErrorMap() {
  return new Map(binding('util').getErrorMap().map(([errno, code, text]) => [errno, [code, text]]));
}

function _errnoException(...args) {
  if (Number.isInteger(args[0]) && args[0] >= 0 || !Number.isInteger(args[0])) validateErrno(args[0]);
  const error = require('internal/errors').errnoException(...args);
  Error.captureStackTrace(error, _errnoException);
  return error;
}

function _exceptionWithHostPort(...args) {
  const error = require('internal/errors').exceptionWithHostPort(...args);
  Error.captureStackTrace(error, _exceptionWithHostPort);
  return error;
}

/** Whether two values are deeply equal as `assert.deepStrictEqual()` has it. */
const { isDeepStrictEqual } = { isDeepStrictEqual(a, b, skipPrototype) {
  const { isDeepEqual, isDeepStrictEqual: strictly } = require('internal/util/comparisons');
  return strictly(a, b, skipPrototype);
} };

/** The object that the text of a .env file describes. */
function parseEnv(content) {
  require('internal/validators').validateString(content, 'content');
  return require('internal/util/parse_env').parseEnv(content);
}

const { toUSVString } = { toUSVString(value) { return String.prototype.toWellFormed.call(`${value}`); } };

module.exports = {
  _errnoException,
  _exceptionWithHostPort,
  _extend: deprecate(extend, 'The `util._extend` API is deprecated. Please use Object.assign() instead.', 'DEP0060'),
  callbackify: undefined,
  debug: undefined,
  debuglog: undefined,
  deprecate: function deprecate(fn, message, code) { return require('internal/util').deprecate(fn, message, code); },
  format: inspection.format,
  styleText: undefined,
  formatWithOptions: inspection.formatWithOptions,
  getCallSites: undefined,
  getSystemErrorMap,
  getSystemErrorName,
  getSystemErrorMessage,
  inherits,
  inspect: inspection.inspect,
  isArray: deprecate(Array.isArray, 'The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.', 'DEP0044'),
  isDeepStrictEqual,
  promisify,
  stripVTControlCharacters: undefined,
  toUSVString,
  types,
  parseEnv,
};

// What few programs use is made when it is first read.
const lazily = {
  stripVTControlCharacters: ['internal/util/inspect/width'],
};

for (const name in lazily) defineLazy(module.exports, name, () => require(lazily[name][0])[name]);
for (const name in module.exports) {
  const property = Object.getOwnPropertyDescriptor(module.exports, name);
  if (property.value === undefined && !(name in lazily)) delete module.exports[name];
}
