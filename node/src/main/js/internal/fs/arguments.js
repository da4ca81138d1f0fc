'use strict';

/** What file functions take and give: paths, descriptors, options, flags; results and errors of their binding. */

const errors = require('internal/errors');
const { validateAbortSignal, validateFunction, validateInt32, validateInteger } = require('internal/validators');

const O_RDONLY = 0;
const O_WRONLY = 1;
const O_RDWR = 2;

/** @returns {string|Uint8Array} the path, or the one that a file: URL names */
function toPath(path, name = 'path') {
  if (typeof path === 'string') {
    if (!path.includes('\0')) return path;
  } else if (path instanceof Uint8Array) {
    if (!path.includes(0)) return path;
  } else {
    if (isUrl(path)) return toPath(require('internal/url').fileURLToPath(path), name);
    throw new errors.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], path);
  }
  throw new errors.ERR_INVALID_ARG_VALUE(name, path, 'must be a string, Uint8Array, or URL without null bytes');
}

/** Whether a value can pass for a WHATWG URL: the legacy ones have `auth`. */
function isUrl(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

function toFd(fd, name = 'fd') {
  if (Object.is(fd, -0)) return 0;
  validateInt32(fd, name, 0);
  return fd;
}

/** Whether a value can be a descriptor where paths are taken too. */
function isFd(value) {
  return typeof value === 'number' && (value | 0) === value && value >= 0;
}

function checkEncoding(encoding) {
  if (encoding && !require('buffer').Buffer.isEncoding(encoding)) {
    throw new errors.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

/** @returns {object} the options over their defaults; a string is an encoding, a function is no options */
function toOptions(options, defaults = {}) {
  if (options == null || typeof options === 'function') return defaults;
  if (typeof options === 'string') {
    options = { ...defaults, encoding: options };
  } else if (typeof options !== 'object') {
    throw new errors.ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  }
  if (options.encoding !== 'buffer' && options.encoding !== 'utf8') checkEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  return options;
}

let flagNumbers;

function namedFlags(name) {
  if (flagNumbers === undefined) {
    const { O_APPEND, O_CREAT, O_EXCL, O_SYNC, O_TRUNC } = require('fs').constants;
    const w = O_TRUNC | O_CREAT;
    const a = O_APPEND | O_CREAT;
    flagNumbers = {
      '__proto__': null,
      'r': O_RDONLY, 'rs': O_RDONLY | O_SYNC, 'sr': O_RDONLY | O_SYNC,
      'r+': O_RDWR, 'rs+': O_RDWR | O_SYNC, 'sr+': O_RDWR | O_SYNC,
      'w': w | O_WRONLY, 'wx': w | O_WRONLY | O_EXCL, 'xw': w | O_WRONLY | O_EXCL,
      'w+': w | O_RDWR, 'wx+': w | O_RDWR | O_EXCL, 'xw+': w | O_RDWR | O_EXCL,
      'a': a | O_WRONLY, 'ax': a | O_WRONLY | O_EXCL, 'xa': a | O_WRONLY | O_EXCL,
      'as': a | O_WRONLY | O_SYNC, 'sa': a | O_WRONLY | O_SYNC,
      'a+': a | O_RDWR, 'ax+': a | O_RDWR | O_EXCL, 'xa+': a | O_RDWR | O_EXCL,
      'as+': a | O_RDWR | O_SYNC, 'sa+': a | O_RDWR | O_SYNC,
    };
  }
  return flagNumbers[name];
}

/** @returns {number} the flags of open(2) for `r`, `w+` and so on */
function toFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    return flags;
  }
  if (flags == null || flags === 'r') return O_RDONLY;
  const number = namedFlags(flags);
  if (number === undefined) throw new errors.ERR_INVALID_ARG_VALUE(name, flags);
  return number;
}

function toPosition(position, length) {
  if (position == null) return -1;
  if (typeof position === 'number') {
    validateInteger(position, 'position', -1);
    return position;
  }
  if (typeof position !== 'bigint') throw new errors.ERR_INVALID_ARG_TYPE('position', ['integer', 'bigint'], position);
  const max = 2n ** 63n - 1n - BigInt(length);
  if (position < -1n || position > max) throw new errors.ERR_OUT_OF_RANGE('position', `>= -1 && <= ${max}`, position);
  return position;
}

/** Refuses to read into what is empty, or beyond an end. */
function checkReadRange(buffer, offset, length) {
  if (buffer.byteLength === 0) throw new errors.ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  if (offset < 0) throw new errors.ERR_OUT_OF_RANGE('offset', '>= 0', offset);
  if (length < 0) throw new errors.ERR_OUT_OF_RANGE('length', '>= 0', length);
  if (offset + length > buffer.byteLength) {
    throw new errors.ERR_OUT_OF_RANGE('length', `<= ${buffer.byteLength - offset}`, length);
  }
}

/** Refuses to write from beyond an end. */
function checkWriteRange({ byteLength }, offset, length) {
  if (offset > byteLength) throw new errors.ERR_OUT_OF_RANGE('offset', `<= ${byteLength}`, offset);
  if (length > byteLength - offset) throw new errors.ERR_OUT_OF_RANGE('length', `<= ${byteLength - offset}`, length);
  if (length < 0) throw new errors.ERR_OUT_OF_RANGE('length', '>= 0', length);
  validateInt32(length, 'length', 0);
}

function checkData(data, name) {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new errors.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  }
}

/** @returns {Error|null} the error of a result of the binding; null for one that is a value */
function failure(result, syscall, path, dest) {
  if (typeof result === 'number') return result < 0 ? errors.uvException(result, syscall, path, dest) : null;
  if (typeof result !== 'object') return null;
  if (result.errno !== undefined) return errors.uvException(result.errno, result.syscall, result.path);
  return isDenial(result) ? result : null;
}

/** Whether a result of the binding is the ERR_ACCESS_DENIED of what there is no permission for. */
function isDenial(result) {
  return result.permission !== undefined;
}

/** @returns the result, if it is a value; else throws */
function checked(result, syscall, path, dest) {
  const error = failure(result, syscall, path, dest);
  if (error === null) return result;
  Error.captureStackTrace(error, checked);
  throw error;
}

/**
 * Takes our own frames from the stack of an error that comes from the loop: the program's are not below them. A denial comes at once, with
 * the program's.
 */
function later(error) {
  if (error !== null && !isDenial(error)) error.stack = `${error.name}: ${error.message}`;
  return error;
}

/** What to give to an …Async function: it calls back with an error or null alone. */
function done(callback, syscall, path, dest) {
  validateFunction(callback, 'cb');
  return (result) => callback(later(failure(result, syscall, path, dest)));
}

/** What to give to an …Async function: it calls back with an error, or with null and the value. */
function given(callback, convert, syscall, path) {
  validateFunction(callback, 'cb');
  return (result) => {
    const error = later(failure(result, syscall, path));
    if (error !== null) callback(error);
    else callback(null, convert === undefined ? result : convert(result));
  };
}

/** @returns {Promise} of what an …Async function gives, which takes its callback last */
function promised(start, args, convert, syscall, path, dest) {
  return new Promise((resolve, reject) => {
    start(...args, (result) => {
      const error = failure(result, syscall, path, dest);
      if (error !== null) {
        Error.captureStackTrace(error, promised);
        reject(error);
      } else {
        resolve(convert === undefined ? result : convert(result));
      }
    });
  });
}

/** Has `util.promisify` give an object of what a function's callback gets. */
function promisifiedAs(fn, names) {
  Object.defineProperty(fn, Symbol.for('customPromisifyArgs'), { __proto__: null, value: names });
}

module.exports = {
  checkData, checkReadRange, checkWriteRange, checked, done, failure, given, isDenial, isFd, isUrl, promised, promisifiedAs, toFd, toFlags,
  toOptions, toPath, toPosition,
};
