'use strict';

const { writeOut } = require('internal/process/stdio');

/**
 * Offers an uncaught error to the program; where nobody takes it, prints it and exits with 1.
 *
 * @param {any} error
 * @param {boolean} fromPromise
 * @param {{file: string, line: number, column: number, text: string, length: number}} [location] where it was thrown
 */
function onUncaught(error, fromPromise, location) {
  const origin = fromPromise ? 'unhandledRejection' : 'uncaughtException';
  process.emit('uncaughtExceptionMonitor', error, origin);
  if (process.emit('uncaughtException', error, origin)) return;
  print(error, location);
  process.exitCode = 1;
  process.exit();
}

function print(error, location) {
  let text = '';
  if (location) {
    text += `${location.file}:${location.line}\n${location.text}\n${' '.repeat(Math.max(location.column - 1, 0))}${'^'.repeat(Math.max(location.length, 1))}\n\n`;
  }
  text += typeof error === 'object' && error !== null && error.stack ? error.stack : `Uncaught ${String(error)}`;
  writeOut(2, `${text}\n\nNode.js ${process.version}\n`);
}

module.exports = { onUncaught };
