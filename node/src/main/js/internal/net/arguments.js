'use strict';

/** The arguments of `connect` and `listen`, whose forms are many. */

const kNormalized = Symbol('normalizedArgs');

/** @returns {number|false} */
function toNumber(value) {
  const number = Number(value);
  return number >= 0 ? number : false;
}

function isPipeName(value) {
  return typeof value === 'string' && toNumber(value) === false;
}

/**
 * `(port[, host])`, `(path)` or `(options)`, with a callback at the end or without.
 * @returns {Array} `[options, callback or null]`
 */
function normalizeArgs(args) {
  let options = {};
  let callback = null;
  if (args.length > 0) {
    const first = args[0];
    if (typeof first === 'object' && first !== null) {
      options = first;
    } else if (isPipeName(first)) {
      options.path = first;
    } else {
      options.port = first;
      if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
    }
    const last = args[args.length - 1];
    if (typeof last === 'function') callback = last;
  }
  const normalized = [options, callback];
  normalized[kNormalized] = true;
  return normalized;
}

module.exports = { isPipeName, kNormalized, normalizeArgs, toNumber };
