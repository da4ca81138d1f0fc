'use strict';

/**
 * What stands for compiled code. The engine keeps that by itself, under the text it was made from; all that data of `vm` must do is to
 * be known again: by the version and the text's hash.
 */

const { createHash } = require('crypto');

/** @returns {Buffer} */
function cachedDataOf(text) {
  return createHash('sha256').update(`${process.versions.v8}\0${text}`).digest();
}

/** Whether data was made of this text. */
function isCachedDataOf(text, data) {
  return cachedDataOf(text).equals(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
}

module.exports = { cachedDataOf, isCachedDataOf };
