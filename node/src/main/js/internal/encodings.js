'use strict';

/** Encodings of text as Java numbers them, by all their names. */

const numbers = {
  '__proto__': null,
  'utf8': 0, 'utf-8': 0,
  'ucs2': 1, 'ucs-2': 1, 'utf16le': 1, 'utf-16le': 1,
  'latin1': 2, 'binary': 2,
  'ascii': 3,
  'base64': 4,
  'base64url': 5,
  'hex': 6,
};

/** @returns {number | undefined} the encoding of that name, in any case */
function encodingId(name) {
  const id = numbers[name];
  return id === undefined ? numbers[`${name}`.toLowerCase()] : id;
}

module.exports = { UTF8: 0, encodingId };
