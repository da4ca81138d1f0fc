'use strict';

/** Where databases lie. */

const { failure, invalidArgType } = require('internal/sqlite/errors');

/**
 * A location as SQLite takes it: a path, `:memory:` or a URI.
 * @param {string|Uint8Array|URL} value
 * @returns {string|Uint8Array}
 */
function validateLocation(value) {
  if (typeof value === 'string') {
    if (!value.includes('\0')) return value;
  } else if (value instanceof Uint8Array) {
    if (!value.includes(0)) return value;
  } else if (typeof value?.href === 'string' && !value.href.includes('\0')) {
    if (value.href.startsWith('file:')) return value.href;
    throw failure('ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file:');
  }
  throw invalidArgType('path', 'a string, Uint8Array, or URL without null bytes');
}

module.exports = { validateLocation };
