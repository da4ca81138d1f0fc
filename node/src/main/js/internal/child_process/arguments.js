'use strict';

/** The arguments of the functions that start processes, checked and in one form. */

const errors = require('internal/errors');
const { isArray } = Array;
const { validateObject, validateString } = require('internal/validators');

let warnedOfShellArguments = false;

function refuseNullByte(value, name) {
  if (typeof value === 'string' && value.includes('\u0000')) {
    throw new errors.ERR_INVALID_ARG_VALUE(name, value, 'must be a string without null bytes');
  }
}

function refuseNullBytes(values, name) {
  for (let i = 0; i < values.length; i++) refuseNullByte(values[i], `${name}[${i}]`);
}

/** Arguments as a program gets them, which are text whatever they were. */
function texts(values) {
  return values.map((value) => `${value}`);
}

/** A path from a string, Buffer or file URL. */
function pathOf(value, name) {
  if (typeof value === 'object' && value !== null && typeof value.href === 'string') value = require('url').fileURLToPath(value);
  if (value instanceof Uint8Array) value = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString();
  if (typeof value !== 'string') throw new errors.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], value);
  refuseNullByte(value, name);
  return value;
}

function checkType(value, name, wanted, isValid) {
  if (value != null && !isValid(value)) throw new errors.ERR_INVALID_ARG_TYPE(`options.${name}`, wanted, value);
}

const isBoolean = (value) => typeof value === 'boolean';
const isInt32 = (value) => value === (value | 0);

function checkOptions(options) {
  checkType(options.detached, 'detached', 'boolean', isBoolean);
  checkType(options.uid, 'uid', 'int32', isInt32);
  checkType(options.gid, 'gid', 'int32', isInt32);
  checkType(options.shell, 'shell', ['boolean', 'string'], (value) => isBoolean(value) || typeof value === 'string');
  checkType(options.argv0, 'argv0', 'string', (value) => typeof value === 'string');
  if (options.argv0 != null) refuseNullByte(options.argv0, 'options.argv0');
  checkType(options.windowsHide, 'windowsHide', 'boolean', isBoolean);
  checkType(options.windowsVerbatimArguments, 'windowsVerbatimArguments', 'boolean', isBoolean);
}

function shellCommand(file, args, shell) {
  refuseNullByte(shell, 'options.shell');
  if (args.length > 0 && !warnedOfShellArguments) {
    warnedOfShellArguments = true;
    process.emitWarning('Passing args to a child process with shell option true can lead to security vulnerabilities, as the ' +
      'arguments are not escaped, only concatenated.', 'DeprecationWarning', 'DEP0190');
  }
  return { file: typeof shell === 'string' ? shell : '/bin/sh', args: ['-c', [file, ...args].join(' ')] };
}

/** `NAME=value` pairs of an environment. */
function pairsOf(env) {
  const pairs = [];
  for (const name in env) {
    const value = env[name];
    if (value === undefined) continue;
    refuseNullByte(name, `options.env['${name}']`);
    refuseNullByte(value, `options.env['${name}']`);
    pairs.push(`${name}=${value}`);
  }
  return pairs;
}

/**
 * The forms `(file)`, `(file, args)`, `(file, options)`, `(file, args, options)`.
 * @returns {object} the options with file, args (argv[0] included), envPairs, cwd, detached
 */
function normalize(file, args, options) {
  validateString(file, 'file');
  refuseNullByte(file, 'file');
  if (file.length === 0) throw new errors.ERR_INVALID_ARG_VALUE('file', file, 'cannot be empty');
  if (isArray(args)) {
    args = args.slice();
  } else if (args == null) {
    args = [];
  } else if (typeof args !== 'object') {
    throw new errors.ERR_INVALID_ARG_TYPE('args', 'object', args);
  } else {
    options = args;
    args = [];
  }
  refuseNullBytes(args, 'args');
  if (options === undefined) options = {};
  else validateObject(options, 'options');
  options = { __proto__: null, ...options };
  if (options.cwd != null) options.cwd = pathOf(options.cwd, 'options.cwd');
  checkOptions(options);
  if (options.shell) ({ file, args } = shellCommand(file, args, options.shell));
  args.unshift(typeof options.argv0 === 'string' ? options.argv0 : file);
  return { __proto__: null, ...options, args, file, detached: !!options.detached, envPairs: pairsOf(options.env || process.env) };
}

function validateTimeout(timeout) {
  if (timeout != null && !(Number.isInteger(timeout) && timeout >= 0)) {
    throw new errors.ERR_OUT_OF_RANGE('timeout', 'an unsigned integer', timeout);
  }
}

function validateMaxBuffer(maxBuffer) {
  if (maxBuffer != null && !(typeof maxBuffer === 'number' && maxBuffer >= 0)) {
    throw new errors.ERR_OUT_OF_RANGE('options.maxBuffer', 'a positive number', maxBuffer);
  }
}

/** The number of a signal given by name or number. */
function signalNumber(signal) {
  const { signals } = require('os').constants;
  if (typeof signal === 'number' && Object.values(signals).includes(signal)) return signal;
  if (typeof signal === 'string') {
    const number = signals[signal.toUpperCase()];
    if (number) return number;
  }
  throw new errors.ERR_UNKNOWN_SIGNAL(signal);
}

function signalName(number) {
  const { signals } = require('os').constants;
  return Object.keys(signals).find((name) => signals[name] === number) ?? null;
}

/** The number of `killSignal`; undefined if none is given. */
function killSignalOf(signal) {
  if (typeof signal === 'string' || typeof signal === 'number') return signalNumber(signal);
  if (signal != null) throw new errors.ERR_INVALID_ARG_TYPE('options.killSignal', ['string', 'number'], signal);
  return undefined;
}

module.exports = {
  killSignalOf, normalize, pathOf, refuseNullByte, refuseNullBytes, signalName, signalNumber, texts, validateMaxBuffer, validateTimeout,
};
