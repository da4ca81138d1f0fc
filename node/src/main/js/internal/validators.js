'use strict';

/**
 * Checks of arguments. Each throws Node's error for a value it does not accept and, unless it says otherwise, returns
 * nothing. `name` is how the message calls the value: `path`, `options.encoding`.
 */

const errors = require('internal/errors');

function isInt32(value) {
  return value === (value | 0);
}

function isUint32(value) {
  return value === (value >>> 0);
}

function throwType(name, expected, value) {
  throw new errors.ERR_INVALID_ARG_TYPE(name, expected, value);
}

function throwRange(name, range, value) {
  throw new errors.ERR_OUT_OF_RANGE(name, range, value);
}

const octal = /^[0-7]+$/;

/** @returns {number} a file mode given as a number or in octal digits, or `def` for undefined and null */
function parseFileMode(value, name, def) {
  value ??= def;
  if (typeof value === 'string') {
    if (!octal.test(value)) {
      throw new errors.ERR_INVALID_ARG_VALUE(name, value, 'must be a 32-bit unsigned integer or an octal string');
    }
    value = Number.parseInt(value, 8);
  }
  validateUint32(value, name);
  return value;
}

function validateInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
  if (typeof value !== 'number') throwType(name, 'number', value);
  if (!Number.isInteger(value)) throwRange(name, 'an integer', value);
  if (value < min || value > max) throwRange(name, `>= ${min} && <= ${max}`, value);
}

function validateInt32(value, name, min = -0x80000000, max = 0x7fffffff) {
  validateInteger(value, name, min, max);
}

function validateUint32(value, name, positive = false) {
  validateInteger(value, name, positive ? 1 : 0, 0xffffffff);
}

function validateString(value, name) {
  if (typeof value !== 'string') throwType(name, 'string', value);
}

function validateNumber(value, name, min = undefined, max = undefined) {
  if (typeof value !== 'number') throwType(name, 'number', value);
  if (min == null && max == null) return;
  if (!((min == null || value >= min) && (max == null || value <= max))) {
    const bounds = [];
    if (min != null) bounds.push(`>= ${min}`);
    if (max != null) bounds.push(`<= ${max}`);
    throwRange(name, bounds.join(' && '), value);
  }
}

/** @returns {boolean} whether the value is a finite number; false for undefined and NaN, for which a default holds */
function validateFiniteNumber(number, name) {
  if (number === undefined) return false;
  if (Number.isFinite(number)) return true;
  if (Number.isNaN(number)) return false;
  validateNumber(number, name);
  return throwRange(name, 'a finite number', number);
}

/** @returns {number} the value, or `def` when it is undefined or NaN */
function checkRangesOrGetDefault(number, name, lower, upper, def) {
  if (!validateFiniteNumber(number, name)) return def;
  if (number < lower || number > upper) throwRange(name, `>= ${lower} and <= ${upper}`, number);
  return number;
}

function validateOneOf(value, name, oneOf) {
  if (oneOf.includes(value)) return;
  const allowed = oneOf.map((v) => (typeof v === 'string' ? `'${v}'` : String(v))).join(', ');
  throw new errors.ERR_INVALID_ARG_VALUE(name, value, `must be one of: ${allowed}`);
}

function validateBoolean(value, name) {
  if (typeof value !== 'boolean') throwType(name, 'boolean', value);
}

const kValidateObjectNone = 0;
const kValidateObjectAllowNullable = 1 << 0;
const kValidateObjectAllowArray = 1 << 1;
const kValidateObjectAllowFunction = 1 << 2;
const kValidateObjectAllowObjects = kValidateObjectAllowArray | kValidateObjectAllowFunction;
const kValidateObjectAllowObjectsAndNull = kValidateObjectAllowObjects | kValidateObjectAllowNullable;

/** @param {number} options a sum of kValidateObject… flags */
function validateObject(value, name, options = kValidateObjectNone) {
  const ok = value === null ? (options & kValidateObjectAllowNullable) !== 0 :
    typeof value === 'function' ? (options & kValidateObjectAllowFunction) !== 0 :
      typeof value === 'object' && ((options & kValidateObjectAllowArray) !== 0 || !Array.isArray(value));
  if (!ok) throwType(name, 'Object', value);
}

/** A WebIDL dictionary: null, undefined, an object or a function. */
function validateDictionary(value, name) {
  if (value != null && typeof value !== 'object' && typeof value !== 'function') {
    throwType(name, 'a dictionary', value);
  }
}

function validateArray(value, name, minLength = 0) {
  if (!Array.isArray(value)) throwType(name, 'Array', value);
  if (value.length < minLength) {
    throw new errors.ERR_INVALID_ARG_VALUE(name, value, `must be longer than ${minLength}`);
  }
}

function validateStringArray(value, name) {
  validateArray(value, name);
  for (let i = 0; i < value.length; i++) validateString(value[i], `${name}[${i}]`);
}

function validateBooleanArray(value, name) {
  validateArray(value, name);
  for (let i = 0; i < value.length; i++) validateBoolean(value[i], `${name}[${i}]`);
}

/** Undefined, or anything that looks like an AbortSignal. */
function validateAbortSignal(signal, name) {
  if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
    throwType(name, 'AbortSignal', signal);
  }
}

function validateAbortSignalArray(value, name) {
  validateArray(value, name);
  for (let i = 0; i < value.length; i++) {
    if (value[i] == null) throwType(`${name}[${i}]`, 'AbortSignal', value[i]);
    validateAbortSignal(value[i], `${name}[${i}]`);
  }
}

function validateSignalName(signal, name = 'signal') {
  validateString(signal, name);
  const { signals } = require('os').constants;
  if (signals[signal] === undefined) {
    if (signals[signal.toUpperCase()] !== undefined) {
      throw new errors.ERR_UNKNOWN_SIGNAL(`${signal} (signals must use all capital letters)`);
    }
    throw new errors.ERR_UNKNOWN_SIGNAL(signal);
  }
}

function validateBuffer(buffer, name = 'buffer') {
  if (!ArrayBuffer.isView(buffer)) throwType(name, ['Buffer', 'TypedArray', 'DataView'], buffer);
}

/** Whether data of this length can be what the encoding says: pairs of digits for `hex`. */
function validateEncoding(data, encoding) {
  const length = data.length;
  if (length % 2 !== 0 && require('internal/util').normalizeEncoding(encoding) === 'hex') {
    throw new errors.ERR_INVALID_ARG_VALUE('encoding', encoding, `is invalid for data of length ${length}`);
  }
}

/** @returns {number} the port, which may be written in digits */
function validatePort(port, name = 'Port', allowZero = true) {
  const written = typeof port === 'string';
  if ((typeof port !== 'number' && !written) || (written && port.trim().length === 0) ||
      +port !== (+port >>> 0) || port > 0xffff || (port === 0 && !allowZero)) {
    throw new errors.ERR_SOCKET_BAD_PORT(name, port, allowZero);
  }
  return port | 0;
}

function validateFunction(value, name) {
  if (typeof value !== 'function') throwType(name, 'Function', value);
}

function validatePlainFunction(value, name) {
  if (typeof value !== 'function' || require('internal/util/types').isAsyncFunction(value)) {
    throwType(name, 'Function', value);
  }
}

function validateUndefined(value, name) {
  if (value !== undefined) throwType(name, 'undefined', value);
}

function validateUnion(value, name, union) {
  if (!union.includes(value)) throwType(name, `('${union.join('|')}')`, value);
}

const linkValue = /^<[^>]*>(?:\s*;\s*[^;"\s]+(?:="[^;"\s]*")?)*$/;
const linkFormat = 'must be an array or string of format "</styles.css>; rel=preload; as=style"';

function validateLink(value, name) {
  if (value === undefined || !linkValue.test(value)) {
    throw new errors.ERR_INVALID_ARG_VALUE(name, value, linkFormat);
  }
}

/** @returns {string} the value of a Link header made of one hint or a list of them */
function validateLinkHeaderValue(hints) {
  if (typeof hints === 'string') {
    validateLink(hints, 'hints');
    return hints;
  }
  if (Array.isArray(hints)) {
    for (const link of hints) validateLink(link, 'hints');
    return hints.join(', ');
  }
  throw new errors.ERR_INVALID_ARG_VALUE('hints', hints, linkFormat);
}

/** Whether `this` is an object made by the class that owns the field. */
function validateThisInternalField(object, fieldKey, className) {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, fieldKey)) {
    throw new errors.ERR_INVALID_THIS(className);
  }
}

module.exports = {
  checkRangesOrGetDefault,
  isInt32,
  isUint32,
  kValidateObjectAllowArray,
  kValidateObjectAllowFunction,
  kValidateObjectAllowNullable,
  kValidateObjectAllowObjects,
  kValidateObjectAllowObjectsAndNull,
  kValidateObjectNone,
  parseFileMode,
  validateAbortSignal,
  validateAbortSignalArray,
  validateArray,
  validateBoolean,
  validateBooleanArray,
  validateBuffer,
  validateDictionary,
  validateEncoding,
  validateFiniteNumber,
  validateFunction,
  validateInt32,
  validateInteger,
  validateLinkHeaderValue,
  validateNumber,
  validateObject,
  validateOneOf,
  validatePlainFunction,
  validatePort,
  validateSignalName,
  validateString,
  validateStringArray,
  validateThisInternalField,
  validateUint32,
  validateUndefined,
  validateUnion,
};
