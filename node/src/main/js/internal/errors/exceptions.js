'use strict';

/** The errors of operations that failed in the system or were given up, and lists of errors. Read them from `internal/errors`. */

const { codes, kIsNodeError } = require('internal/errors');

const { captureStackTrace } = Error;

let systemErrors;

/** @returns {[string, string]} code and text of a negative errno, or undefined */
function systemError(errno) {
  systemErrors ??= binding('util');
  const code = systemErrors.getSystemErrorName(errno);
  return code === undefined ? undefined : [code, systemErrors.getSystemErrorMessage(errno)];
}

/** `${syscall} ${code} ${original}` with errno, code and syscall. */
function errnoException(errno, syscall, original) {
  const code = systemErrorName(errno);
  const error = new Error(original ? `${syscall} ${code} ${original}` : `${syscall} ${code}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  captureStackTrace(error, new.target ?? errnoException);
  return error;
}

function systemErrorName(errno) {
  return systemError(errno)?.[0] ?? `Unknown system error ${errno}`;
}

/**
 * The error of a failed file-system or process operation: `ENOENT: no such file or directory, open 'path' -> 'dest'`.
 * @param {number|object} errno a negative errno, or `{ errno, syscall, path, dest, message, … }`, whose other
 *   properties the error gets too
 */
function uvException(errno, syscall, path, dest, message) {
  let rest;
  if (typeof errno === 'object') ({ errno, syscall, path, dest, message, ...rest } = errno);
  const [code, text] = systemError(errno) ?? ['UNKNOWN', 'unknown error'];
  path = path == null ? undefined : `${path}`;
  dest = dest == null ? undefined : `${dest}`;
  const error = new Error(`${code}: ${message || text}, ${syscall}` +
    (path === undefined ? '' : ` '${path}'`) + (dest === undefined ? '' : ` -> '${dest}'`));
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (rest !== undefined) Object.assign(error, { ...rest, code });
  if (path) error.path = path;
  if (dest) error.dest = dest;
  captureStackTrace(error, new.target ?? uvException);
  return error;
}

/** The error of a failed socket operation, `connect ECONNREFUSED host:port - Local (…)`. */
function exceptionWithHostPort(errno, syscall, address, port, additional) {
  const code = systemErrorName(errno);
  let details = port && port > 0 ? ` ${address}:${port}` : address ? ` ${address}` : '';
  if (additional) details += ` - Local (${additional})`;
  const error = new Error(`${syscall} ${code}${details}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  captureStackTrace(error, new.target ?? exceptionWithHostPort);
  return error;
}

/** As exceptionWithHostPort, with the system's text: `listen EADDRINUSE: address already in use host:port`. */
function uvExceptionWithHostPort(errno, syscall, address, port) {
  const [code, text] = systemError(errno) ?? ['UNKNOWN', 'unknown error'];
  const details = port && port > 0 ? ` ${address}:${port}` : address ? ` ${address}` : '';
  const error = new Error(`${syscall} ${code}: ${text}${details}`);
  error.code = code;
  error.errno = errno;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  captureStackTrace(error, new.target ?? uvExceptionWithHostPort);
  return error;
}

const EAI_NODATA = -3007;
const EAI_NONAME = -3008;

/**
 * The error of a failed name lookup.
 * @param {number|string} reason a negative EAI number, or c-ares' code
 */
function dnsException(reason, syscall, hostname) {
  let errno;
  let code = reason;
  if (typeof reason === 'number') {
    errno = reason;
    code = reason === EAI_NODATA || reason === EAI_NONAME ? 'ENOTFOUND' : systemErrorName(reason);
  }
  const error = new Error(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (hostname) error.hostname = hostname;
  captureStackTrace(error, new.target ?? dnsException);
  return error;
}

/** A peer that went away; its constructor reads as Error. */
class ConnResetException extends Error {
  constructor(message) {
    super(message);
    this.code = 'ECONNRESET';
  }

  get ['constructor']() { return Error; }
}

/** What an aborted operation rejects with; `options.cause` is the signal's reason. */
class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'object', options);
    }
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

/** An AggregateError with the code of its first error. */
class NodeAggregateError extends AggregateError {
  constructor(errors, message) {
    super([...errors], message);
    this.code = errors[0]?.code;
  }

  get ['constructor']() { return AggregateError; }

  get [kIsNodeError]() { return true; }
}

/** The inner error with the outer one joined to it; whichever is there when only one is. */
function aggregateTwoErrors(inner, outer) {
  if (inner && outer && inner !== outer) {
    if (Array.isArray(outer.errors)) {
      outer.errors.push(inner);
      return outer;
    }
    const error = new AggregateError([outer, inner], outer.message);
    error.code = outer.code;
    captureStackTrace(error, aggregateTwoErrors);
    return error;
  }
  return inner || outer;
}

/** All of a list's errors as one; the only one as it is. */
function aggregateErrors(errors, message, code) {
  if (errors.length === 1) return errors[0];
  const error = new AggregateError(errors, message);
  error.code = code ?? errors[0]?.code;
  return error;
}

/** An Error with properties of its own, for errors without a class. */
function genericNodeError(message, properties) {
  const error = Object.assign(new Error(message), properties);
  captureStackTrace(error, genericNodeError);
  return error;
}

/** Whether a caught value is the engine's answer to too deep a recursion. */
function isStackOverflowError(error) {
  return error instanceof RangeError && error.name === 'RangeError' &&
    error.message === 'Maximum call stack size exceeded';
}

module.exports = {
  AbortError,
  ConnResetException,
  DNSException: dnsException,
  ErrnoException: errnoException,
  ExceptionWithHostPort: exceptionWithHostPort,
  NodeAggregateError,
  UVException: uvException,
  UVExceptionWithHostPort: uvExceptionWithHostPort,
  aggregateErrors,
  aggregateTwoErrors,
  dnsException,
  errnoException,
  exceptionWithHostPort,
  genericNodeError,
  isStackOverflowError,
  systemErrorName,
  uvException,
  uvExceptionWithHostPort,
};
