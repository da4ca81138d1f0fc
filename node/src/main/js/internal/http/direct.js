'use strict';

/**
 * The short way out for a message that is sent whole by its `end()`: head and body go to the connection as one write, past the
 * socket's own stream, which has nothing waiting then.
 */

/** On sockets whose bytes this room reads and writes in Java: what writes them. */
const kWire = Symbol('kWire');

function canSend(message, socket) {
  return socket !== null && socket !== undefined && socket[kWire] !== undefined && socket._httpMessage === message &&
    message.outputSize === 0 && !message.destroyed && socket[kWire].isIdle(socket);
}

/**
 * @param {string | Uint8Array | null} chunk all (that is left) of the body
 * @returns {boolean} whether it was sent; if not, nothing has changed
 */
function sendDirect(message, chunk, encoding, callback) {
  const socket = message.socket;
  if (!canSend(message, socket)) return false;
  return socket[kWire].end(message, chunk, encoding, callback);
}

module.exports = { kWire, sendDirect };
