'use strict';

/** What the command line says about all messages. */

const { getOption } = require('internal/options');

/** How many bytes a head's target, names and values may have together. */
function maxHeaderSize() {
  return getOption('--max-http-header-size');
}

/** Whether messages that break the rules are taken where nothing else is asked for. */
function isLenient() {
  return getOption('--insecure-http-parser');
}

module.exports = { isLenient, maxHeaderSize };
