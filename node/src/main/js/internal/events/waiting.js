'use strict';

/** Waiting for events as promises: `events.once()`, and `events.addAbortListener()`. */

const errors = require('internal/errors');
const { validateAbortSignal, validateFunction, validateObject } = require('internal/validators');
const { kResistStopPropagation } = require('internal/events/symbols');

/** Adds a listener to an emitter or an event target, whichever it is. */
function listen(emitter, name, listener, once) {
  if (typeof emitter.on === 'function') {
    if (once) emitter.once(name, listener);
    else emitter.on(name, listener);
  } else if (typeof emitter.addEventListener === 'function') {
    emitter.addEventListener(name, listener, { __proto__: null, once, [kResistStopPropagation]: once });
  } else {
    throw new errors.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
  }
}

/** Removes a listener that `listen` added. */
function unlisten(emitter, name, listener) {
  if (typeof emitter.removeListener === 'function') {
    emitter.removeListener(name, listener);
  } else if (typeof emitter.removeEventListener === 'function') {
    emitter.removeEventListener(name, listener);
  } else {
    throw new errors.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
  }
}

/**
 * The arguments of the next event of that name, as a promise of an array; it rejects with the next `error` event,
 * or when the signal aborts.
 */
async function once(emitter, name, options) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new errors.AbortError(undefined, { cause: signal.reason });
  return new Promise((resolve, reject) => {
    const onEvent = (...args) => {
      if (typeof emitter.removeListener === 'function') emitter.removeListener('error', onError);
      if (signal !== undefined) unlisten(signal, 'abort', onAbort);
      resolve(args);
    };
    const onError = (error) => {
      unlisten(emitter, name, onEvent);
      if (signal !== undefined) unlisten(signal, 'abort', onAbort);
      reject(error);
    };
    const onAbort = () => {
      unlisten(emitter, name, onEvent);
      unlisten(emitter, 'error', onError);
      reject(new errors.AbortError(undefined, { cause: signal.reason }));
    };
    listen(emitter, name, onEvent, true);
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
    if (signal !== undefined) listen(signal, 'abort', onAbort, true);
  });
}

/**
 * Calls the listener once when the signal aborts, even where another listener stops the event's propagation.
 * @returns {{[Symbol.dispose]: () => void}}
 */
function addAbortListener(signal, listener) {
  if (signal === undefined) throw new errors.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateFunction(listener, 'listener');
  let remove;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    listen(signal, 'abort', listener, true);
    remove = () => signal.removeEventListener('abort', listener);
  }
  return {
    __proto__: null,
    [Symbol.dispose]() {
      remove?.();
    },
  };
}

module.exports = { addAbortListener, listen, once, unlisten };
