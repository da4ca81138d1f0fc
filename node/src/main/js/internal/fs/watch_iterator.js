'use strict';

/** `fs.promises.watch`: the events of a watcher, one after the other. */

const errors = require('internal/errors');
const { checkAborted } = require('internal/fs/file_handle');
const { FSWatcher, kStart } = require('internal/fs/watchers');
const {
  validateAbortSignal, validateBoolean, validateInteger, validateObject, validateOneOf,
} = require('internal/validators');

const MAX_QUEUE = 2048;

function checkOptions(options) {
  validateObject(options, 'options');
  const {
    persistent = true, recursive = false, encoding = 'utf8', maxQueue = MAX_QUEUE, overflow = 'ignore', signal,
  } = options;
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  validateInteger(maxQueue, 'options.maxQueue');
  validateOneOf(overflow, 'options.overflow', ['ignore', 'throw']);
  validateAbortSignal(signal, 'options.signal');
  if (encoding && encoding !== 'buffer' && !Buffer.isEncoding(encoding)) {
    throw new errors.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
  return { persistent, recursive, encoding, maxQueue, overflow, signal };
}

/** Events that wait to be taken; more than `maxQueue` are dropped or are an error. */
class Queue {
  #events = [];
  #wake = null;
  #error = null;

  push(event, { maxQueue, overflow }) {
    if (this.#events.length < maxQueue) {
      this.#events.push(event);
      this.#wake?.();
    } else if (overflow === 'throw') {
      this.fail(new errors.ERR_FS_WATCH_QUEUE_OVERFLOW(maxQueue));
    } else {
      process.emitWarning(`fs.watch maxQueue exceeded`);
    }
  }

  fail(error) {
    this.#error ??= error;
    this.#wake?.();
  }

  /** The events so far, at least one; rejects when the watching has failed. */
  async take() {
    if (this.#events.length === 0 && this.#error === null) {
      await new Promise((resolve) => { this.#wake = resolve; });
      this.#wake = null;
    }
    if (this.#error !== null) throw this.#error;
    return this.#events.splice(0);
  }
}

async function* watch(filename, options = {}) {
  options = checkOptions(options);
  const { signal } = options;
  checkAborted(signal);
  const queue = new Queue();
  const watcher = new FSWatcher();
  const abort = () => queue.fail(new errors.AbortError(undefined, { cause: signal.reason }));
  signal?.addEventListener('abort', abort, { once: true });
  try {
    watcher.on('change', (eventType, name) => queue.push({ __proto__: null, eventType, filename: name }, options));
    watcher[kStart](filename, options.persistent, options.recursive, options.encoding);
    while (true) yield* await queue.take();
  } finally {
    signal?.removeEventListener('abort', abort);
    watcher.close();
  }
}

module.exports = { watch };
