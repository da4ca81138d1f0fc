'use strict';

/** `node:http2`. What it takes to speak the protocol is loaded when a session, a server or a message is first asked for. */

const { defineLazy } = require('internal/lazy_property');
const { kSensitiveHeaders } = require('internal/http2/symbols');

/**
 * Makes a session with a server.
 * @param {string|URL|object} authority whom to ask
 * @param {object} [options] those of `net.connect()` or `tls.connect()`, and of the session
 * @param {Function} [listener] for 'connect'
 */
function connect(authority, options, listener) {
  return require('internal/http2/connect').connect(authority, options, listener);
}

/** `util.promisify(http2.connect)`. */
Object.defineProperty(connect, Symbol.for('nodejs.util.promisify.custom'), {
  __proto__: null,
  value: { connect: (authority, options) => require('internal/http2/connect').connectPromise(authority, options) }.connect,
});

function createServer(options, handler) {
  return require('internal/http2/server').createServer(options, handler);
}

function createSecureServer(options, handler) {
  return require('internal/http2/server').createSecureServer(options, handler);
}

function performServerHandshake(socket, options = {}) {
  return require('internal/http2/server_session').performServerHandshake(socket, options);
}

function getDefaultSettings() {
  return require('internal/http2/settings').defaultSettings();
}

function getPackedSettings(settings) {
  return require('internal/http2/settings').pack(settings);
}

function getUnpackedSettings(buf, options = {}) {
  return require('internal/http2/settings').unpack(buf, options);
}
Object.defineProperty(getUnpackedSettings, 'length', { __proto__: null, value: 2, configurable: true });
Object.defineProperty(performServerHandshake, 'length', { __proto__: null, value: 1, configurable: true });

module.exports = {
  connect,
  constants: undefined,
  createServer,
  createSecureServer,
  getDefaultSettings,
  getPackedSettings,
  getUnpackedSettings,
  performServerHandshake,
  sensitiveHeaders: kSensitiveHeaders,
  Http2ServerRequest: undefined,
  Http2ServerResponse: undefined,
};

defineLazy(module.exports, 'constants', true, () => require('internal/http2/constants'));
defineLazy(module.exports, 'Http2ServerRequest', true, () => require('internal/http2/compat').requestClass());
defineLazy(module.exports, 'Http2ServerResponse', true, () => require('internal/http2/compat').responseClass());
