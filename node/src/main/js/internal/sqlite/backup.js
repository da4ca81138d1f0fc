'use strict';

/** Copies of databases, made while they are in use. */

const native = binding('sqlite');
const { integerOption, validateFunction, validateObject, validateString } = require('internal/sqlite/arguments');
const { invalidArgType } = require('internal/sqlite/errors');
const { validateLocation } = require('internal/sqlite/location');

const DEFAULT_RATE = 100;

/**
 * Copies a database.
 * @param {object} sourceDb a DatabaseSync
 * @param {string|Uint8Array|URL} path of the copy
 * @param {{ rate?: number, source?: string, target?: string, progress?: Function }} [options] `rate`: how many pages at a time;
 *   `source`, `target`: the names that the databases have at their connections; `progress({ totalPages, remainingPages })`
 * @returns {Promise<number>} how many pages it has
 */
function backup(sourceDb, path, ...rest) {
  if ((typeof sourceDb !== 'object' || sourceDb === null) && typeof sourceDb !== 'function') throw invalidArgType('sourceDb', 'an object');
  native.checkOpen(sourceDb);
  const location = validateLocation(path);
  let rate = DEFAULT_RATE;
  let source;
  let target;
  let progress;
  if (rest.length > 0) {
    const options = rest[0];
    validateObject(options, 'options');
    rate = integerOption(options, 'rate', DEFAULT_RATE);
    source = nameOption(options, 'source');
    target = nameOption(options, 'target');
    progress = options.progress;
    if (progress !== undefined) validateFunction(progress, 'options.progress');
  }
  return new Promise((resolve, reject) => {
    const handle = native.beginBackup(sourceDb, location, source ?? 'main', target ?? 'main');
    proceed(handle, rate, progress, resolve, reject);
  });
}

function nameOption(options, name) {
  const value = options[name];
  if (value !== undefined) validateString(value, `options.${name}`);
  return value;
}

function proceed(handle, rate, progress, resolve, reject) {
  native.proceedBackup(handle, rate, (error, totalPages, remainingPages) => {
    if (error !== undefined) {
      reject(error);
    } else if (remainingPages === 0) {
      resolve(totalPages);
    } else {
      try {
        progress?.({ totalPages, remainingPages });
      } catch (thrown) {
        native.endBackup(handle);
        reject(thrown);
        return;
      }
      proceed(handle, rate, progress, resolve, reject);
    }
  });
}

module.exports = { backup };
