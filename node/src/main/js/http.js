'use strict';

/** `node:http`. The server's half is loaded with it; the client's half when it is first used. */

const natives = require('internal/http/binding');
const { IncomingMessage } = require('internal/http/incoming');
const { OutgoingMessage } = require('internal/http/outgoing');
const { Server } = require('internal/http/server');
const { ServerResponse } = require('internal/http/response');
const { connectionListener } = require('internal/http/connection');
const { validateHeaderName, validateHeaderValue } = require('internal/http/fields');

/**
 * Makes a server.
 * @param {object} [opts] see Server
 * @param {Function} [requestListener] for 'request'
 */
function createServer(opts, requestListener) {
  return new Server(opts, requestListener);
}

function request(url, options, cb) {
  return new module.exports.ClientRequest(url, options, cb);
}

/** As `request`, ended at once. */
function get(url, options, cb) {
  const req = request(url, options, cb);
  req.end();
  return req;
}

/** @param {number} max how many parsers may be kept for later */
function setMaxIdleHTTPParsers(max) {
  require('internal/validators').validateInteger(max, 'max', 1);
  require('internal/http/parser').parsers.max = max;
}

module.exports = {
  _connectionListener: connectionListener,
  METHODS: natives.methods(),
  STATUS_CODES: require('internal/http/status'),
  Agent: undefined,
  ClientRequest: undefined,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  get,
  request,
  setMaxIdleHTTPParsers,
};

/** A property that is loaded when it is first read, and can be replaced. */
function lazy(name, load) {
  Object.defineProperty(module.exports, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      const value = load();
      Object.defineProperty(module.exports, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(module.exports, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true });
    },
  });
}

lazy('Agent', () => require('internal/http/agent').Agent);
lazy('ClientRequest', () => require('internal/http/client').ClientRequest);

Object.defineProperties(module.exports, {
  maxHeaderSize: {
    __proto__: null, configurable: true, enumerable: true, get() { return require('internal/http/limits').maxHeaderSize(); },
  },
  globalAgent: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return require('internal/http/agent').globalAgent(); },
    set(value) { require('internal/http/agent').setGlobalAgent(value); },
  },
});

for (const name of ['WebSocket', 'CloseEvent', 'MessageEvent']) lazy(name, () => globalThis[name]);
