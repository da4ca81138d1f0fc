'use strict';

/* The files of `--env-file` and `--env-file-if-exists`. */

const { existsSync } = require('fs');
const { getOption } = require('internal/options');

const INVALID_ARGUMENT = 9;

/** Sets the environment variables that the files hold; a required one that is not there ends the program. */
function load() {
  const before = process.env.NODE_OPTIONS;
  for (const file of getOption('--env-file')) {
    if (!existsSync(file)) {
      process._rawDebug(`${process.execPath}: ${file}: not found`);
      process.reallyExit(INVALID_ARGUMENT);
    }
    process.loadEnvFile(file);
  }
  for (const file of getOption('--env-file-if-exists')) if (existsSync(file)) process.loadEnvFile(file);
  if (process.env.NODE_OPTIONS !== before) {
    process.emitWarning('NODE_OPTIONS in the file of an --env-file has no effect on this program, only on those that it starts');
  }
}

module.exports = { load };
