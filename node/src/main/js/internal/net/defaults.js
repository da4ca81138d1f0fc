'use strict';

/** How names with several addresses are connected to, for all sockets of the program. */

const { getOption } = require('internal/options');

const LEAST_ATTEMPT_TIMEOUT = 10;

module.exports = {
  LEAST_ATTEMPT_TIMEOUT,
  autoSelectFamily: getOption('--network-family-autoselection'),
  attemptTimeout: Math.max(getOption('--network-family-autoselection-attempt-timeout'), LEAST_ATTEMPT_TIMEOUT),
};
