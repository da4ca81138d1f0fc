'use strict';

/** What messages call the command: the last part of its path. */
function name() {
  return process.execPath.slice(process.execPath.lastIndexOf('/') + 1);
}

module.exports = { name };
