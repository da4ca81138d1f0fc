'use strict';

/** The global `fetch`, which programs find and cannot use yet: what it needs of HTTP is a later part of Barista. */

const errors = require('internal/errors');

async function fetch(_input, _init = undefined) {
  throw new errors.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('fetch');
}

module.exports = { fetch };
