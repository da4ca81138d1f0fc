'use strict';

/** The program when there is none: `barista` on a terminal, or with `--interactive`. */

const { getOption } = require('internal/options');

const INVALID_ARGUMENT = 9;

/** @param {string} [text] of `--eval`, which runs when the REPL is there */
function run(text) {
  if (getOption('--input-type')) {
    require('internal/process/stdio').print(2, 'Cannot specify --input-type for REPL\n');
    process.exit(INVALID_ARGUMENT);
  }
  console.log(`Welcome to Node.js ${process.version}.\nType ".help" for more information.`);
  require('internal/repl').createInternalRepl(process.env, (error, repl) => {
    if (error) throw error;
    repl.on('exit', () => {
      if (!repl.historyManager.isFlushing) process.exit();
      repl.pause();
      repl.once('flushHistory', () => process.exit());
    });
  });
  if (text === undefined) return;
  const { module } = globalThis;
  require('internal/process/main').runText(text, '[eval]', getOption('--print'));
  globalThis.module = module;   // lines belong to the REPL all the same
}

module.exports = { run };
