'use strict';

const inspection = require('internal/util/inspect');
const { deprecate: deprecated, promisify } = require('internal/util');
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

// Methods, and so no constructors.
const methods = {
  /** Whether two values are deeply equal as `assert.deepStrictEqual()` has it. */
  isDeepStrictEqual(a, b, skipPrototype) {
    return require('internal/util/comparisons').isDeepStrictEqual(a, b, skipPrototype);
  },

  /** A text with each lone surrogate replaced by U+FFFD. */
  toUSVString(input) {
    return String.prototype.toWellFormed.call(`${input}`);
  },
};

/** The object that the text of a .env file describes. */
function parseEnv(content) {
  require('internal/validators').validateString(content, 'content');
  return binding('util').parseEnv(content);
}

/** See internal/util's deprecate(). */
function deprecate(fn, message, code) {
  return deprecated(fn, message, code);
}

/** Would print the stack of what SIGINT interrupts; the signal ends the program here without one. */
function setTraceSigInt(enable) {}

module.exports = {
  _errnoException,
  _exceptionWithHostPort,
  _extend: deprecated(extend, 'The `util._extend` API is deprecated. Please use Object.assign() instead.', 'DEP0060'),
  callbackify: 'internal/util/callbackify',
  debug: 'internal/util/debuglog',
  debuglog: 'internal/util/debuglog',
  deprecate,
  format: inspection.format,
  styleText: 'internal/util/style_text',
  formatWithOptions: inspection.formatWithOptions,
  getCallSites: 'internal/util/call_sites',
  getSystemErrorMap,
  getSystemErrorName,
  getSystemErrorMessage,
  inherits,
  inspect: inspection.inspect,
  isArray: deprecated(Array.isArray, 'The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.', 'DEP0044'),
  isDeepStrictEqual: methods.isDeepStrictEqual,
  promisify,
  stripVTControlCharacters: 'internal/util/inspect/width',
  toUSVString: methods.toUSVString,
  transferableAbortSignal: undefined,
  transferableAbortController: undefined,
  aborted: undefined,
  types,
  parseEnv,
  parseArgs: 'internal/util/parse_args',
  TextDecoder: 'internal/util/encoding',
  TextEncoder: 'internal/util/encoding',
  MIMEType: 'internal/mime',
  MIMEParams: 'internal/mime',
  diff: 'internal/util/diff',
  setTraceSigInt,
};

// A text names the file that a member comes from: it is loaded when the member is first read.
for (const name of Object.keys(module.exports)) {
  const file = module.exports[name];
  const source = name === 'debug' ? 'debuglog' : name;
  if (typeof file === 'string') defineLazy(module.exports, name, () => require(file)[source]);
}

for (const name of ['transferableAbortSignal', 'transferableAbortController', 'aborted']) {
  Object.defineProperty(module.exports, name, {
    __proto__: null, configurable: true, enumerable: true, get: { get() { return require('internal/util/aborting')[name]; } }.get,
  });
}
