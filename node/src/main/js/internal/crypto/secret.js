'use strict';

/** Secrets as functions take them: bytes, strings, KeyObjects and CryptoKeys. */

const errors = require('internal/errors');
const { getArrayBufferOrView, isAnyArrayBuffer } = require('internal/crypto/input');
const { isCryptoKey, isKeyObject } = require('internal/util/types');

const TYPES = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'string', 'KeyObject', 'CryptoKey'];
const HMAC_TYPES = ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'KeyObject', 'CryptoKey'];

/**
 * A secret key for Java: bytes, or the key behind a KeyObject.
 * @param {string} [encoding] of a string
 * @param {boolean} [bufferOnly] whether keys are refused
 */
function prepareSecretKey(key, encoding, bufferOnly = false) {
  if (!bufferOnly) {
    if (isKeyObject(key) || isCryptoKey(key)) return require('internal/crypto/keys').secretHandle(key);
  }
  if (typeof key !== 'string' && !ArrayBuffer.isView(key) && !isAnyArrayBuffer(key)) {
    throw new errors.ERR_INVALID_ARG_TYPE('key', bufferOnly ? HMAC_TYPES.slice(0, 5) : TYPES, key);
  }
  return getArrayBufferOrView(key, 'key', encoding);
}

module.exports = { prepareSecretKey };
