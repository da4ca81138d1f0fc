'use strict';

const { validateAbortSignal, validateObject, kValidateObjectAllowFunction } = require('internal/validators');

const { aborted } = {
  /**
   * A promise for the abort of a signal.
   *
   * @param {object} resource what the wait is for: once nothing else holds it, the promise stays pending
   */
  async aborted(signal, resource) {
    if (signal === undefined) {
      const errors = require('internal/errors');
      throw new errors.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
    }
    validateAbortSignal(signal, 'signal');
    validateObject(resource, 'resource', kValidateObjectAllowFunction);
    if (signal.aborted) return undefined;
    const { promise, resolve } = Promise.withResolvers();
    const held = new WeakRef(resource);
    signal.addEventListener('abort', () => { if (held.deref() !== undefined) resolve(); }, { once: true });
    return promise;
  },
};

/** Lets a signal be transferred: the copy is aborted when it is. */
function transferableAbortSignal(signal) {
  if (signal === null || typeof signal !== 'object' || signal.aborted === undefined) {
    const errors = require('internal/errors');
    throw new errors.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  }
  require('internal/util/abort_transfer').makeTransferable(signal);
  return signal;
}

/** A controller whose signal can be transferred. */
function transferableAbortController() {
  const { AbortController } = require('internal/abort_controller');
  const controller = new AbortController();
  transferableAbortSignal(controller.signal);
  return controller;
}

module.exports = { aborted, transferableAbortController, transferableAbortSignal };
