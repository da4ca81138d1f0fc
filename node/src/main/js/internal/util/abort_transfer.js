'use strict';

/** Transfer of abort signals: the signal stays what it is, and its copy is aborted after it. Their channel doesn't keep the loop alive. */

const { AbortController, AbortSignal } = require('internal/abort_controller');
const { openChannel, portOn } = require('internal/messaging/port');
const { TRANSFERABLE, failure, kDeserialize, kTransfer, mark } = require('internal/structured_clone');
const { hidden } = require('internal/webstreams/inspect');

/** What aborts a copy. */
const controllers = new WeakMap();

hidden(AbortSignal.prototype, kTransfer, function() {
  const data = { aborted: this.aborted, reason: this.reason, end: undefined };
  if (!data.aborted) {
    const [here, there] = openChannel();
    data.end = there;
    const port = portOn(here);
    port.unref();
    this.addEventListener('abort', () => {
      try {
        port.postMessage(this.reason);
      } catch (error) {
        port.postMessage(failure(error.message));
      }
      port.close();
    }, { once: true });
  }
  return { data, deserializeInfo: 'internal/util/abort_transfer:TransferredAbortSignal' };
});

hidden(AbortSignal.prototype, kDeserialize, function({ aborted, reason, end }) {
  const controller = controllers.get(this);
  if (aborted) {
    controller.abort(reason);
    return;
  }
  const port = portOn(end);
  port.on('message', (received) => {
    port.close();
    controller.abort(received);
  });
  port.unref();
});

/** What a clone begins a transferred signal as. */
function TransferredAbortSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  controllers.set(signal, controller);
  return signal;
}

function makeTransferable(signal) {
  mark(signal, TRANSFERABLE);
}

module.exports = { TransferredAbortSignal, makeTransferable };
