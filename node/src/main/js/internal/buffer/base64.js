'use strict';

/** atob() and btoa() (HTML, section 8.3). */

const { atob: decode, btoa: encode } = binding('buffer');
const errors = require('internal/errors');

function invalidCharacter(message) {
  const { DOMException } = require('internal/errors/dom_exception');
  return new DOMException(message, 'InvalidCharacterError');
}

/** @param {number} count of arguments: none is an error */
function atob(input, count) {
  if (count === 0) throw new errors.ERR_MISSING_ARGS('input');
  const result = decode(`${input}`);
  if (typeof result === 'string') return result;
  throw invalidCharacter(result === 1 ? 'Invalid character' : 'The string to be decoded is not correctly encoded.');
}

/** @param {number} count of arguments: none is an error */
function btoa(input, count) {
  if (count === 0) throw new errors.ERR_MISSING_ARGS('input');
  return encode(`${input}`) ?? (() => { throw invalidCharacter('Invalid character'); })();
}

module.exports = { atob, btoa };
