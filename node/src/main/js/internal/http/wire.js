'use strict';

/**
 * Sockets whose bytes Java reads and writes for this room: they go to the parser without being seen by JavaScript, and responses
 * that are sent whole go past the socket's own stream.
 */

const natives = require('internal/http/binding');
const { kNative } = require('internal/http/parser');
const { onFinish } = require('internal/http/outgoing');
const { kWire } = require('internal/http/symbols');

/** All of a message that had to wait is with the system, or lost: the socket tells of that itself. */
function onSent(message) {
  message.outputSize = 0;
  onFinish(message);
}

natives.onSent(onSent);

/** Has a socket's bytes go straight to the parser. Streams that are no sockets of Java's are left as they are. */
function consume(parser, socket) {
  const handle = socket._handle;
  if (!handle || handle._consumed) return;
  const native = natives.consume(parser[kNative], handle);
  if (native === undefined) return;
  handle._consumed = true;
  // Whenever the socket begins to read, it is the parser that reads.
  handle.readStart = function() {
    return natives.readStart(native);
  };
  if (handle.reading) handle.readStart();
  socket[kWire] = native;
  for (const name of ['on', 'addListener', 'prependListener']) socket[name] = watched(socket[name]);
}

/** Adding a listener for its bytes gives the socket back to whoever does it. */
function watched(add) {
  return function(event, listener) {
    if (event === 'data' || event === 'readable') unconsume(this);
    return add.call(this, event, listener);
  };
}

function unconsume(socket) {
  if (socket[kWire] === undefined) return;
  socket[kWire] = undefined;
  delete socket.on;
  delete socket.addListener;
  delete socket.prependListener;
  const handle = socket._handle;
  if (!handle) return;
  delete handle.readStart;
  handle._consumed = false;
  if (handle.reading) handle.readStart();
}

module.exports = { consume, unconsume };
