'use strict';

/** `node:sea`: a program that is its own executable. None is made of this runtime, so that this always runs outside of one. */

const errors = require('internal/errors');
const { validateString } = require('internal/validators');

function isSea() {
  return false;
}

/** @throws {Error} ERR_NOT_IN_SINGLE_EXECUTABLE_APPLICATION */
function refuse() {
  throw new errors.ERR_NOT_IN_SINGLE_EXECUTABLE_APPLICATION();
}

function getRawAsset(key) {
  validateString(key, 'key');
  refuse();
}

function getAsset(key, encoding) {
  if (encoding !== undefined) validateString(encoding, 'encoding');
  getRawAsset(key);
}

/** @param {object} options as `Blob` takes them */
function getAssetAsBlob(key, options) {
  getRawAsset(key);
}

function getAssetKeys() {
  refuse();
}

module.exports = { isSea, getAsset, getRawAsset, getAssetAsBlob, getAssetKeys };
