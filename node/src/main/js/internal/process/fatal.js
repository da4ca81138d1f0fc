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
 * @param {{file: string, line: number, column: number, text: string, length: number}} [location] where it was thrown
 */
function onUncaught(error, fromPromise, location) {
  if (process._exiting && handling) return end(HANDLER_FAILED);
  const origin = fromPromise ? 'unhandledRejection' : 'uncaughtException';
  const nested = handling;
  // Decided before any listener hears of it.
  if (captureCallback === null && getOption('--abort-on-uncaught-exception') && isMainThread) {
    print(error, fromPromise, location);
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
      print(error, fromPromise, location);
      return end(HANDLER_FAILED);
    }
    if (process.emit('uncaughtException', error, origin)) return;
    if (require.isLoaded('internal/process/report')) require('internal/process/report').onUncaught(error);
    emitExit();
    print(error, fromPromise, location);
    end(typeof process.exitCode === 'number' ? process.exitCode : UNCAUGHT);
  } catch (failure) {
    print(failure, false, undefined);
    end(HANDLER_FAILED);
  } finally {
    handling = nested;
    require('internal/async_hooks').unwind();
  }
}

/** Listeners of `exit` run once; what one of them throws now is lost. */
function emitExit() {
  if (process._exiting) return;
  process._exiting = true;
  process.exitCode = UNCAUGHT;
  try {
    process.emit('exit', UNCAUGHT);
  } catch {
    // The first error is the one that counts.
  }
}

function end(code) {
  process.reallyExit(code);
}

/** Prints an error; a worker sends it to the thread that started it. */
function print(error, fromPromise, location = binding('process').errorLocation(error)) {
  if (!isMainThread) return require('internal/worker_threads/main').reportUncaught(error);
  const { uncaughtText } = require('internal/process/error_text');
  return writeOut(2, `${uncaughtText(error, fromPromise, location, getOption('--trace-uncaught'))}\n`);
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
