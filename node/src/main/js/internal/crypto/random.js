'use strict';

/** Random bytes, numbers and UUIDs, and the comparison that tells nothing by its time. */

const errors = require('internal/errors');
const natives = binding('crypto');
const { codedError, isAnyArrayBuffer } = require('internal/crypto/input');

const { isView } = ArrayBuffer;

const kMaxInt32 = 2 ** 31 - 1;
const RANDOM_MAX = 2 ** 48 - 1;

/** @returns {number} a size in bytes, checked */
function checkedSize(size, elementSize, offset, length) {
  const { validateNumber } = require('internal/validators');
  validateNumber(size, 'size');
  size *= elementSize;
  if (Number.isNaN(size) || size > kMaxInt32 || size < 0) {
    throw new errors.ERR_OUT_OF_RANGE('size', `>= 0 && <= ${kMaxInt32}`, size);
  }
  if (size + offset > length) throw new errors.ERR_OUT_OF_RANGE('size + offset', `<= ${length}`, size + offset);
  return size >>> 0;
}

function checkedOffset(offset, elementSize, length) {
  require('internal/validators').validateNumber(offset, 'offset');
  offset *= elementSize;
  const most = Math.min(length, kMaxInt32);
  if (Number.isNaN(offset) || offset > most || offset < 0) {
    throw new errors.ERR_OUT_OF_RANGE('offset', `>= 0 && <= ${most}`, offset);
  }
  return offset >>> 0;
}

/** `(size[, callback])` */
function randomBytes(size, callback) {
  size = checkedSize(size, 1, 0, Infinity);
  if (callback !== undefined) require('internal/validators').validateFunction(callback, 'callback');
  const bytes = require('buffer').Buffer.alloc(size);
  if (callback === undefined) {
    natives.randomFill(bytes, 0, size);
    return bytes;
  }
  fillAsync(bytes, 0, size, bytes, callback);
  return undefined;
}

function fillAsync(bytes, offset, size, result, callback) {
  natives.randomFillAsync(bytes, offset, size, (error) => {
    if (error) callback(error);
    else callback(null, result);
  });
}

function checkedTarget(buf) {
  if (!isAnyArrayBuffer(buf) && !isView(buf)) {
    throw new errors.ERR_INVALID_ARG_TYPE('buf', ['ArrayBuffer', 'ArrayBufferView'], buf);
  }
}

function randomFillSync(buf, offset = 0, size) {
  checkedTarget(buf);
  const elementSize = buf.BYTES_PER_ELEMENT || 1;
  offset = checkedOffset(offset, elementSize, buf.byteLength);
  if (size === undefined) size = buf.byteLength - offset;
  else size = checkedSize(size, elementSize, offset, buf.byteLength);
  if (size > 0) natives.randomFill(buf, offset, size);
  return buf;
}

/** `(buf[, offset[, size]], callback)` */
function randomFill(buf, offset, size, callback) {
  checkedTarget(buf);
  const { validateFunction } = require('internal/validators');
  const elementSize = buf.BYTES_PER_ELEMENT || 1;
  if (typeof offset === 'function') {
    callback = offset;
    offset = 0;
    size = buf.byteLength;   // in bytes already
  } else if (typeof size === 'function') {
    callback = size;
    size = buf.length - offset;
  } else {
    validateFunction(callback, 'callback');
  }
  validateFunction(callback, 'callback');
  offset = checkedOffset(offset, elementSize, buf.byteLength);
  size = size === undefined ? buf.byteLength - offset :
    checkedSize(size, size === buf.byteLength ? 1 : elementSize, offset, buf.byteLength);
  if (size === 0) process.nextTick(callback, null, buf);
  else fillAsync(buf, offset, size, buf, callback);
}

/** `([min,] max[, callback])`: an integer from `min` to below `max`, all of them as likely. */
function randomInt(min, max, callback) {
  const minNotSpecified = max === undefined || typeof max === 'function';
  if (minNotSpecified) {
    callback = max;
    max = min;
    min = 0;
  }
  if (callback !== undefined) require('internal/validators').validateFunction(callback, 'callback');
  if (!Number.isSafeInteger(min)) throw new errors.ERR_INVALID_ARG_TYPE('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw new errors.ERR_INVALID_ARG_TYPE('max', 'a safe integer', max);
  if (max <= min) throw new errors.ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (!(range <= RANDOM_MAX)) {
    throw new errors.ERR_OUT_OF_RANGE(minNotSpecified ? 'max' : 'max - min', `<= ${RANDOM_MAX}`, minNotSpecified ? max : range);
  }
  // Numbers beyond the last whole multiple of the range would favour the small ones.
  const limit = 2 ** 48 - (2 ** 48 % range);
  let number;
  do number = natives.randomUint48(); while (number >= limit);
  number = (number % range) + min;
  if (callback === undefined) return number;
  process.nextTick(callback, undefined, number);
  return undefined;
}

function randomUUID(options) {
  if (options !== undefined) {
    const { validateBoolean, validateObject } = require('internal/validators');
    validateObject(options, 'options');
    if (options.disableEntropyCache !== undefined) validateBoolean(options.disableEntropyCache, 'options.disableEntropyCache');
  }
  return natives.randomUUID();
}

/** Fills a typed array of integers, of no more than 65536 bytes (Web Cryptography API, section 10.1.1). */
function getRandomValues(data) {
  const { isTypedArray, isFloat16Array, isFloat32Array, isFloat64Array } = require('internal/util/types');
  if (!isTypedArray(data) || isFloat16Array(data) || isFloat32Array(data) || isFloat64Array(data)) {
    throw domException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
  }
  if (data.byteLength > 65536) throw domException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
  if (data.byteLength > 0) natives.randomFill(data, 0, data.byteLength);
  return data;
}

function domException(message, name) {
  const { DOMException } = require('internal/errors/dom_exception');
  return new DOMException(message, name);
}

function checkedBytes(value, name) {
  if (isView(value) || isAnyArrayBuffer(value)) return value;
  throw codedError(TypeError, 'ERR_INVALID_ARG_TYPE',
                   `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`);
}

/** Whether two pieces of memory of the same length hold the same, in a time that depends on the length alone. */
const timingSafeEqual = { timingSafeEqual(...args) {
  const one = checkedBytes(args[0], 'buf1');
  const other = checkedBytes(args[1], 'buf2');
  if (one.byteLength !== other.byteLength) throw new errors.ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH();
  return natives.timingSafeEqual(one, other);
} }.timingSafeEqual;

module.exports = { getRandomValues, randomBytes, randomFill, randomFillSync, randomInt, randomUUID, timingSafeEqual };
