'use strict';

/** What OpenSSL has and this runtime has not: engines, the FIPS mode, a heap for secrets. Answers are those of a Node without them. */

const errors = require('internal/errors');
const { deprecate } = require('internal/util');

const ENGINE_METHOD_ALL = 0xffff;

function setEngine(id, flags) {
  const { validateNumber, validateString } = require('internal/validators');
  validateString(id, 'id');
  if (flags) validateNumber(flags, 'flags');
  flags = (flags ?? ENGINE_METHOD_ALL) >>> 0;
  if (flags !== 0) throw new errors.ERR_CRYPTO_ENGINE_UNKNOWN(id);
}

function getFips() {
  return 0;
}

function setFips(value) {
  if (value) throw new errors.ERR_CRYPTO_FIPS_UNAVAILABLE();
}

const readFips = deprecate(getFips, 'The crypto.fips is deprecated. Please use crypto.getFips()', 'DEP0093');
const writeFips = deprecate(setFips, 'The crypto.fips is deprecated. Please use crypto.setFips()', 'DEP0093');

/** The property `crypto.fips`: read without an argument, else written. */
function deprecatedFips(...value) {
  return value.length === 0 ? readFips() : writeFips(value[0]);
}

function secureHeapUsed() {
  return { total: 0, used: 0, utilization: NaN, min: 2 };
}

/** The method of the global `crypto`, without its receiver. */
function getRandomValues(array) {
  return require('internal/crypto/webcrypto').crypto.getRandomValues(array);
}

module.exports = { deprecatedFips, getFips, getRandomValues, secureHeapUsed, setEngine, setFips };
