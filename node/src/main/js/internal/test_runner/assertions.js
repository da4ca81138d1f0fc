'use strict';

/** Assertions that programs add to `t.assert`. */

const { validateFunction, validateString } = require('internal/validators');

const registered = new Map();

function register(name, fn) {
  validateString(name, 'name');
  validateFunction(fn, 'fn');
  registered.set(name, fn);
}

module.exports = { register, registered };
