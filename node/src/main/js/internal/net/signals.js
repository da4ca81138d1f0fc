'use strict';

/** AbortSignals of sockets and servers. */

const { validateAbortSignal } = require('internal/validators');

/** Destroys a socket when the signal is aborted, until the socket is closed. */
function abortsSocket(socket, signal) {
  validateAbortSignal(signal, 'options.signal');
  function onAbort() {
    socket.destroy(new (require('internal/errors').AbortError)(undefined, { cause: signal.reason }));
  }
  if (signal.aborted) {
    process.nextTick(onAbort);
  } else {
    const { addAbortListener } = require('events');
    const disposable = addAbortListener(signal, onAbort);
    socket.once('close', disposable[Symbol.dispose]);
  }
}

/** Closes a server when the signal is aborted. */
function abortsServer(server, signal) {
  validateAbortSignal(signal, 'options.signal');
  const onAborted = () => server.close();
  if (signal.aborted) {
    process.nextTick(onAborted);
    return;
  }
  const disposable = require('events').addAbortListener(signal, onAborted);
  server.once('close', disposable[Symbol.dispose]);
}

module.exports = { abortsServer, abortsSocket };
