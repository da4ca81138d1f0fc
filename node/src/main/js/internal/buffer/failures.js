'use strict';

/** Errors of Buffer's methods in Java, which Node's C++ words without an argument's name. */

const errors = require('internal/errors');

function coded(Base, code, message) {
  const error = new Base(message);
  error.code = code;
  return error;
}

/** @param {string} reason as Java calls it */
function failure(reason) {
  switch (reason) {
    case 'buffer': return coded(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a buffer');
    case 'string': return coded(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
    case 'range': return coded(RangeError, 'ERR_OUT_OF_RANGE', 'Index out of range');
    case 'detached': return coded(Error, 'ERR_INVALID_STATE', 'Cannot validate on a detached buffer');
    case 'long': return new errors.ERR_STRING_TOO_LONG((0x1fffffe8).toString(16));
    default: return new errors.ERR_BUFFER_OUT_OF_BOUNDS(reason);
  }
}

module.exports = { failure };
