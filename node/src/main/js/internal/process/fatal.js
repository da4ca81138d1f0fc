'use strict';

/* What happens to an error that nobody caught. */

const { writeOut } = require('internal/process/stdio');
const { getOption } = require('internal/options');

const { isMainThread } = binding('process');

const UNCAUGHT = 1;
const HANDLER_FAILED = isMainThread ? 7 : 1;

let captureCallback = null;
let handling = false;

/**
 * Offers an uncaught error to the program; where nobody takes it, prints it and ends the program.
 *
 * @param {any} error
 * @param {boolean} fromPromise
 * @param {{file: string, line: number, column: number, text: string, length: number}} [location] where it was thrown
 */
function onUncaught(error, fromPromise, location) {
  if (process._exiting && handling) return end(HANDLER_FAILED);
  const origin = fromPromise ? 'unhandledRejection' : 'uncaughtException';
  const nested = handling;
  // Decided before any listener hears of it.
  if (captureCallback === null && getOption('--abort-on-uncaught-exception') && isMainThread) {
    print(error, location);
    process.abort();
  }
  handling = true;
  try {
    process.emit('uncaughtExceptionMonitor', error, origin);
    if (captureCallback !== null) {
      captureCallback(error);
      return;
    }
    if (nested) {
      print(error, location);
      return end(HANDLER_FAILED);
    }
    if (process.emit('uncaughtException', error, origin)) return;
    print(error, location);
    exitWith(UNCAUGHT);
  } catch (failure) {
    print(failure, undefined);
    exitWith(HANDLER_FAILED);
  } finally {
    handling = nested;
    require('internal/async_hooks').unwind();
  }
}

/** Ends the program; listeners of `exit` run once, and what one of them throws now is lost. */
function exitWith(code) {
  if (!process._exiting) {
    process._exiting = true;
    process.exitCode = code;
    try {
      process.emit('exit', code);
    } catch {
      // The first error is the one that counts.
    }
  }
  end(typeof process.exitCode === 'number' ? process.exitCode : code);
}

function end(code) {
  process.reallyExit(code);
}

/** Prints an error; a worker sends it to the thread that started it. Where it was thrown is asked for only if it is not given. */
function print(error, location = binding('process').errorLocation(error)) {
  if (!isMainThread) return require('internal/worker_threads/main').reportUncaught(error);
  return writeOut(2, `${require('internal/process/error_text').uncaughtText(error, location, getOption('--trace-uncaught'))}\n`);
}

/** Has `callback` take what is uncaught, whoever took it before; null for the program's listeners again. For domains. */
function capture(callback) {
  captureCallback = callback;
}

function setUncaughtExceptionCaptureCallback(callback) {
  const errors = require('internal/errors');
  if (callback === null) {
    captureCallback = null;
    return;
  }
  if (typeof callback !== 'function') throw new errors.ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], callback);
  if (captureCallback !== null) throw new errors.ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
  captureCallback = callback;
}

function hasUncaughtExceptionCaptureCallback() {
  return captureCallback !== null;
}

module.exports = { capture, onUncaught, setUncaughtExceptionCaptureCallback, hasUncaughtExceptionCaptureCallback };
