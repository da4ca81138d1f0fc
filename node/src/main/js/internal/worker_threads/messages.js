'use strict';

/** The types of the messages between a worker and the thread that started it, on a channel that programs do not see. */

module.exports = {
  /** To the worker, first of all: what to run and with what. */
  LOAD_SCRIPT: 'loadScript',
  /** From the worker: its script is about to run. */
  UP_AND_RUNNING: 'upAndRunning',
  /** From the worker, last of all: `error` is what nobody caught, as `internal/worker_threads/error_transfer` writes it. */
  ERROR: 'error',
  /** From the worker: what nobody caught could not be written. */
  UNSERIALIZABLE_ERROR: 'unserializableError',
  /** Either way: `chunks` were written to `stream`. */
  STDIO_PAYLOAD: 'stdioPayload',
  /** Either way: `stream` is read, so that its writer may go on. */
  STDIO_WANTS_MORE_DATA: 'stdioWantsMoreData',
  /** From the worker: `message` tells of files that it loads, for the process that watches this one. */
  DEPENDENCIES: 'dependencies',
};
