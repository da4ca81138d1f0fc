'use strict';

/**
 * The errors of `node:sqlite`. In Node they are made in C++: their codes are plain properties, their messages do not say what was
 * received, and some have another class than the same codes elsewhere.
 */

const { captureStackTrace } = Error;

const classes = {
  __proto__: null,
  ERR_CONSTRUCT_CALL_REQUIRED: TypeError,
  ERR_INVALID_ARG_TYPE: TypeError,
  ERR_INVALID_ARG_VALUE: TypeError,
  ERR_INVALID_URL_SCHEME: TypeError,
  ERR_OUT_OF_RANGE: RangeError,
  RangeError,
  TypeError,
};

/**
 * @param {string|undefined} code
 * @param {string} message
 * @param {number|string} [errcode] SQLite's result code; where there is no code, the name of a class
 * @param {string} [errstr] SQLite's text for the result code
 */
function failure(code, message, errcode, errstr) {
  const error = new (classes[code ?? errcode] ?? Error)(message);
  captureStackTrace(error, failure);
  if (code === undefined) return error;
  error.code = code;
  if (errcode !== undefined) error.errcode = errcode;
  if (errstr !== undefined) error.errstr = errstr;
  return error;
}

function invalidArgType(name, expected) {
  return failure('ERR_INVALID_ARG_TYPE', `The "${name}" argument must be ${expected}.`);
}

function illegalConstructor() {
  return failure('ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
}

module.exports = { failure, illegalConstructor, invalidArgType };
