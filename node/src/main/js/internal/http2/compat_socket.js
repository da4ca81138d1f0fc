'use strict';

/** `request.socket` of the compatible API: the stream, as far as it is meant, and the session's socket for the rest. */

const errors = require('internal/errors');
const { kRequest, kSocket } = require('internal/http2/symbols');

const OF_STREAM = new Set(['on', 'once', 'end', 'emit', 'destroy']);
const STATES = new Set(['writable', 'destroyed']);
const FORBIDDEN = new Set(['write', 'read', 'pause', 'resume']);

/** What stands behind a stream: the session's socket while there is one. */
function behind(stream) {
  return stream.session !== undefined ? stream.session[kSocket] : stream;
}

function bound(object, value) {
  return typeof value === 'function' ? value.bind(object) : value;
}

const handler = {
  has(stream, name) {
    return name in stream || name in behind(stream);
  },
  get(stream, name) {
    if (OF_STREAM.has(name)) return stream[name].bind(stream);
    if (STATES.has(name)) return stream[name];
    if (FORBIDDEN.has(name)) throw new errors.ERR_HTTP2_NO_SOCKET_MANIPULATION();
    if (name === 'readable') return stream.destroyed ? false : (stream[kRequest] ?? stream).readable;
    if (name === 'setTimeout') {
      const timed = stream.session ?? stream;
      return timed.setTimeout.bind(timed);
    }
    const object = behind(stream);
    return bound(object, object[name]);
  },
  getPrototypeOf(stream) {
    return Reflect.getPrototypeOf(behind(stream));
  },
  set(stream, name, value) {
    if (FORBIDDEN.has(name)) throw new errors.ERR_HTTP2_NO_SOCKET_MANIPULATION();
    if (OF_STREAM.has(name) || STATES.has(name) || name === 'readable') stream[name] = value;
    else if (name === 'setTimeout') (stream.session ?? stream).setTimeout = value;
    else behind(stream)[name] = value;
    return true;
  },
};

/** @returns {Proxy} what stands for the socket of a message */
function streamSocket(stream) {
  return new Proxy(stream, handler);
}

module.exports = { streamSocket };
