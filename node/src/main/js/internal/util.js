'use strict';

/* What many rooms share: deprecation, promisify, encodings' names. */

const errors = require('internal/errors');

const customInspectSymbol = Symbol.for('nodejs.util.inspect.custom');
const customPromisify = Symbol.for('nodejs.util.promisify.custom');

/** On a function with several results: the names under which its promisified form gives them. */
const customPromisifyArgs = Symbol.for('customPromisifyArgs');   // known by name, so that its users need not load this file

const kEmptyObject = Object.freeze({ __proto__: null });

const warned = new Set();

/**
 * Wraps a function so that its first use warns.
 *
 * @param {string} [code] warns once for all that share it
 * @param {boolean} [useEmitSync] whether the listeners run before the function
 * @param {boolean} [modifyPrototype] whether `new` and `instanceof` on the wrapper are to work as on the function
 */
function deprecate(fn, message, code, useEmitSync, modifyPrototype = true) {
  if (code !== undefined) require('internal/validators').validateString(code, 'code');
  let done = false;
  function deprecated(...args) {
    if (!done) {
      done = true;
      warnDeprecated(message, code, deprecated, useEmitSync);
    }
    return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
  }
  if (modifyPrototype) {
    Object.setPrototypeOf(deprecated, fn);
    if (fn.prototype) deprecated.prototype = fn.prototype;
  }
  Object.defineProperty(deprecated, 'length', { __proto__: null, ...Object.getOwnPropertyDescriptor(fn, 'length') });
  return deprecated;
}

function warnDeprecated(message, code, above, useEmitSync) {
  if (process.noDeprecation === true) return;
  if (code === undefined) {
    process.emitWarning(message, 'DeprecationWarning', above);
  } else if (!warned.has(code)) {
    warned.add(code);
    process.emitWarning(message, 'DeprecationWarning', code, above);
  }
}

/** A method that a class keeps for its name and no longer wants used. */
function deprecateInstantiation(Constructor, code, ...args) {
  if (!warned.has(code)) {
    warned.add(code);
    const { name } = Constructor;
    process.emitWarning(`Instantiating ${name} without the 'new' keyword has been deprecated.`, 'DeprecationWarning', code, deprecateInstantiation);
  }
  return new Constructor(...args);
}

/**
 * The form of a function with a callback that gives a promise instead.
 *
 * @param {Function} original takes a callback `(error, ...results)` last, or has its own form under `promisify.custom`
 */
function promisify(original) {
  const { validateFunction } = require('internal/validators');
  validateFunction(original, 'original');
  const own = original[customPromisify];
  if (own) {
    validateFunction(own, 'util.promisify.custom');
    return markPromisified(own, own);
  }
  const names = original[customPromisifyArgs];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      const returned = Reflect.apply(original, this, [...args, (error, ...results) => {
        if (error) reject(error);
        else if (names !== undefined && results.length > 1) resolve(Object.fromEntries(names.map((name, i) => [name, results[i]])));
        else resolve(results[0]);
      }]);
      if (isPromise(returned)) warnPromiseReturned();
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  markPromisified(fn, fn);
  const properties = Object.getOwnPropertyDescriptors(original);
  for (const key of Reflect.ownKeys(properties)) Object.setPrototypeOf(properties[key], null);
  return Object.defineProperties(fn, properties);
}

function isPromise(value) {
  return typeof value === 'object' && value !== null && require('internal/util/types').isPromise(value);
}

function warnPromiseReturned() {
  process.emitWarning('Calling promisify on a function that returns a Promise is likely a mistake.', 'DeprecationWarning', 'DEP0174');
}

function markPromisified(fn, value) {
  return Object.defineProperty(fn, customPromisify, { __proto__: null, value, enumerable: false, writable: false, configurable: true });
}

promisify.custom = customPromisify;

/**
 * The name that this runtime gives to an encoding: `utf8`, `utf16le`, `latin1`, `base64`, `base64url`, `ascii` or `hex`; undefined for
 * others. No encoding is `utf8`.
 */
function normalizeEncoding(encoding) {
  if (encoding == null || encoding === 'utf8' || encoding === 'utf-8' || encoding === '') return 'utf8';
  switch (`${encoding}`.toLowerCase()) {
    case 'utf8': case 'utf-8': return 'utf8';
    case 'ucs2': case 'ucs-2': case 'utf16le': case 'utf-16le': return 'utf16le';
    case 'latin1': case 'binary': return 'latin1';
    case 'base64': return 'base64';
    case 'base64url': return 'base64url';
    case 'ascii': return 'ascii';
    case 'hex': return 'hex';
    default: return undefined;
  }
}

const NODE_MODULES = /[/\\]node_modules[/\\]/i;

/**
 * Whether the program's code that is running now is inside a package of node_modules.
 *
 * @param {number} [frameLimit] how many frames are looked at
 * @param {boolean} [onlyFirst] whether only the first frame that is the program's counts; else all must be inside
 */
function isInsideNodeModules(frameLimit = 100, onlyFirst = true) {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = frameLimit;
  Error.prepareStackTrace = (_, sites) => sites;
  let sites;
  try {
    sites = new Error().stack;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
  }
  if (!Array.isArray(sites)) return false;   // within a program's own prepareStackTrace there is only text
  const files = sites.map((site) => site.getFileName()).filter((file) => file !== null && file !== undefined && /^(?:[/\\]|file:|[a-zA-Z]:)/.test(file));
  if (files.length === 0) return false;
  return onlyFirst ? NODE_MODULES.test(files[0]) : files.every((file) => NODE_MODULES.test(file));
}

/** Calls the function the first time only; later calls give nothing. */
function once(callback) {
  let called = false;
  return function(...args) {
    if (called) return undefined;
    called = true;
    return Reflect.apply(callback, this, args);
  };
}

/** A value that is made when it is first asked for. */
function lazy(make) {
  let value;
  let made = false;
  return () => {
    if (!made) {
      value = make();
      made = true;
    }
    return value;
  };
}

let experimental;

/** Warns once that a feature is experimental. */
function emitExperimentalWarning(feature, message) {
  experimental ??= new Set();
  if (experimental.has(feature)) return;
  experimental.add(feature);
  process.emitWarning(message ?? `${feature} is an experimental feature and might change at any time`, 'ExperimentalWarning');
}

function getSystemErrorName(errno) {
  return errors.systemErrorName(errno);
}

module.exports = {
  customInspectSymbol, customPromisifyArgs, deprecate, deprecateInstantiation, emitExperimentalWarning, getSystemErrorName,
  isInsideNodeModules, kEmptyObject, lazy, normalizeEncoding, once, promisify,
};
