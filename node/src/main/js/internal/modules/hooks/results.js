'use strict';

/** What customization hooks may return. */

const errors = require('internal/errors');
const { isAnyArrayBuffer, isArrayBufferView } = require('internal/util/types');

/** @param {string} hook its name, for the message */
function validateResult(hook, result) {
  if (typeof result !== 'object' || result === null) throw new errors.ERR_INVALID_RETURN_VALUE('an object', `${hook} hook`, result);
}

function validateUrl(hook, url) {
  if (typeof url !== 'string') throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('a URL string', hook, 'url', url);
}

function validateFormat(hook, format) {
  if (format !== undefined && format !== null && typeof format !== 'string') {
    throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('a string', hook, 'format', format);
  }
}

function validateSource(hook, source) {
  if (typeof source !== 'string' && !isAnyArrayBuffer(source) && !isArrayBufferView(source)) {
    throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('a string, an ArrayBuffer, or a TypedArray', hook, 'source', source);
  }
}

/** Bytes of a source. @returns {Buffer} */
function bytesOf(source) {
  if (typeof source === 'string') return Buffer.from(source);
  return isAnyArrayBuffer(source) ? Buffer.from(source) : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}

/** A source as text, without a byte order mark. */
function textOf(source) {
  const text = typeof source === 'string' ? source : bytesOf(source).toString();
  return text.charCodeAt(0) === 0xFEFF ? text.slice(1) : text;
}

module.exports = { bytesOf, textOf, validateFormat, validateResult, validateSource, validateUrl };
