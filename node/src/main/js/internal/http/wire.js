'use strict';

/**
 * Sockets whose bytes Java reads and writes for this room: they go to the parser without being seen by JavaScript, and responses
 * that are sent whole go past the socket's own stream.
 */

const natives = require('internal/http/binding');
const { kWire } = require('internal/http/direct');
const { kNative } = require('internal/http/parser');
const { onFinish } = require('internal/http/outgoing');

class Wire {
  constructor(native) {
    this.native = native;
  }

  /** Whether nothing of the socket's own waits to be sent. */
  isIdle(socket) {
    const state = socket._writableState;
    return state.length === 0 && state.corked === 0 && !socket.connecting && socket.writable;
  }

  /**
   * Sends a message's head and all of its body.
   * @returns {boolean} false if it has to be sent the usual way
   */
  end(message, chunk, encoding, callback) {
    let latin1 = false;
    if (typeof chunk === 'string') {
      latin1 = encoding === 'latin1' || encoding === 'binary';
      if (!latin1 && encoding && encoding !== 'utf8' && encoding !== 'utf-8') return false;
    } else if (chunk !== null && !(chunk instanceof Uint8Array)) {
      return false;
    }
    if (message.strictContentLength || message.writableCorked > 0) return false;
    const length = chunk === null ? 0 : typeof chunk !== 'string' ? chunk.byteLength : latin1 ? chunk.length : natives.utf8Length(chunk);
    if (!message._header) {
      message._contentLength = length;
      message._implicitHeader();
    }
    if (chunk !== null && !message._hasBody) return false;
    let head = message._headerSent ? '' : message._header;
    let tail = '';
    if (message.chunkedEncoding) {
      if (length > 0) {
        head += length.toString(16) + '\r\n';
        tail = '\r\n';
      }
      tail += '0\r\n' + message._trailer + '\r\n';
    } else if (head === '' && length === 0) {
      return false;
    }
    const waits = natives.send(this.native, head, chunk, latin1, message, tail);
    message._headerSent = true;
    if (typeof callback === 'function') message.once('finish', callback);
    message.finished = true;
    message._finish();
    if (waits === 0) {
      process.nextTick(onFinish, message);
    } else {
      // Until then the message is not finished, and the program may see that.
      message.outputSize = waits;
    }
    return true;
  }
}

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
  socket[kWire] = new Wire(native);
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

module.exports = { consume, kWire, unconsume };
