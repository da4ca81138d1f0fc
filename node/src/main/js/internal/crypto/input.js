'use strict';

/** What the functions of `node:crypto` take: bytes in their many shapes, strings and their encodings. */

const { UTF8, encodingId } = require('internal/encodings');
const errors = require('internal/errors');

/** The number that stands for no encoding: a result is a Buffer. */
const BUFFER = -1;

/** @returns {number} the encoding of a string that is given; UTF-8 for names that are none */
function inputEncoding(name) {
  return name === undefined || name === null ? UTF8 : encodingId(name) ?? UTF8;
}

/** @returns {number} the encoding of a result: a Buffer without a name, and for names that are none */
function outputEncoding(name) {
  return name === undefined || name === null || name === 'buffer' ? BUFFER : encodingId(name) ?? BUFFER;
}

function isAnyArrayBuffer(value) {
  return require('internal/util/types').isAnyArrayBuffer(value);
}

/**
 * The bytes of an argument: a view or buffer as it is, a string encoded.
 * @param {string} [encoding] of a string; `buffer` means UTF-8
 */
function getArrayBufferOrView(value, name, encoding) {
  if (typeof value === 'string') {
    return require('buffer').Buffer.from(value, encoding === 'buffer' ? 'utf8' : encoding);
  }
  if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) return value;
  throw new errors.ERR_INVALID_ARG_TYPE(name, ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], value);
}

/** As getArrayBufferOrView, of no more than 2^31 - 1 bytes. */
function validateByteSource(value, name) {
  value = getArrayBufferOrView(value, name);
  if (value.byteLength > 0x7fffffff) throw new errors.ERR_OUT_OF_RANGE(name, '<= 2147483647', value.byteLength);
  return value;
}

/** An error of a code whose message is not the table's. */
function codedError(Base, code, message) {
  const error = new Base(message);
  error.code = code;
  return error;
}

module.exports = { BUFFER, codedError, getArrayBufferOrView, inputEncoding, isAnyArrayBuffer, outputEncoding, validateByteSource };
