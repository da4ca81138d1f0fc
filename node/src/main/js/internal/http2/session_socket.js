'use strict';

/** `session.socket`: the socket under a session, of which only what cannot disturb the session may be used. */

const errors = require('internal/errors');
const { kSocket } = require('internal/http2/symbols');

const OF_SESSION = new Set(['setTimeout', 'ref', 'unref']);
const FORBIDDEN = new Set(['destroy', 'emit', 'end', 'pause', 'read', 'resume', 'write', 'setEncoding', 'setKeepAlive', 'setNoDelay']);

function socketOf(session) {
  const socket = session[kSocket];
  if (socket === undefined) throw new errors.ERR_HTTP2_SOCKET_UNBOUND();
  return socket;
}

const handler = {
  get(session, name) {
    if (OF_SESSION.has(name)) return session[name].bind(session);
    if (FORBIDDEN.has(name)) throw new errors.ERR_HTTP2_NO_SOCKET_MANIPULATION();
    const socket = socketOf(session);
    const value = socket[name];
    return typeof value === 'function' ? value.bind(socket) : value;
  },
  getPrototypeOf(session) {
    return Reflect.getPrototypeOf(socketOf(session));
  },
  set(session, name, value) {
    if (OF_SESSION.has(name)) {
      session[name] = value;
      return true;
    }
    if (FORBIDDEN.has(name)) throw new errors.ERR_HTTP2_NO_SOCKET_MANIPULATION();
    socketOf(session)[name] = value;
    return true;
  },
};

/** @returns {Proxy} what programs get for a session's socket */
function socketProxy(session) {
  return new Proxy(session, handler);
}

module.exports = { socketProxy };
