'use strict';

/** What the functions of `node:sqlite` are given; the messages do not say what was received. */

const { invalidArgType } = require('internal/sqlite/errors');
const { isProxy } = require('internal/util/types');

function validateString(value, name) {
  if (typeof value !== 'string') throw invalidArgType(name, 'a string');
}

function validateBoolean(value, name) {
  if (typeof value !== 'boolean') throw invalidArgType(name, 'a boolean');
}

/** @returns {Function} what calls it: itself, but for a proxy, which Java cannot call */
function validateFunction(value, name) {
  if (typeof value !== 'function') throw invalidArgType(name, 'a function');
  return isProxy(value) ? (...args) => value(...args) : value;
}

function validateObject(value, name) {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') throw invalidArgType(name, 'an object');
}

/** An option that is true or false. */
function booleanOption(options, name, byDefault) {
  const value = options[name];
  if (value === undefined) return byDefault;
  validateBoolean(value, `options.${name}`);
  return value;
}

/** An option that is a 32-bit integer. */
function integerOption(options, name, byDefault) {
  const value = options[name];
  if (value === undefined) return byDefault;
  if (typeof value !== 'number' || value !== (value | 0)) throw invalidArgType(`options.${name}`, 'an integer');
  return value;
}

module.exports = { booleanOption, integerOption, validateBoolean, validateFunction, validateObject, validateString };
