'use strict';

const { writeOut } = require('internal/process/stdio');

function text(args) {
  return args.length === 1 && typeof args[0] === 'string' ? args[0] : require('internal/util/inspect/format').formatWith(undefined, args);
}

module.exports = {
  log(...args) { writeOut(1, `${text(args)}\n`); },
  info(...args) { writeOut(1, `${text(args)}\n`); },
  debug(...args) { writeOut(1, `${text(args)}\n`); },
  error(...args) { writeOut(2, `${text(args)}\n`); },
  warn(...args) { writeOut(2, `${text(args)}\n`); },
};
