'use strict';

/** `http2.connect()`: finds the server, and makes a session of the connection. */

const errors = require('internal/errors');
const net = require('net');
const { assertIsObject } = require('internal/http2/headers');
const { ClientHttp2Session } = require('internal/http2/client_session');
const { kAuthority, kProtocol } = require('internal/http2/symbols');

function hostOf({ hostname, host }) {
  if (hostname) return hostname[0] === '[' ? hostname.slice(1, -1) : hostname;
  return host || 'localhost';
}

function connectSocket(protocol, host, port, options) {
  if (protocol === 'http:') return net.connect({ port, host, ...options });
  if (protocol !== 'https:') throw new errors.ERR_HTTP2_UNSUPPORTED_PROTOCOL(protocol);
  const { initializeTLSOptions } = require('internal/http2/server');
  return require('tls').connect(port, host, initializeTLSOptions(options, net.isIP(host) ? undefined : host));
}

function connect(authority, options, listener) {
  if (typeof options === 'function') {
    listener = options;
    options = undefined;
  }
  assertIsObject(options, 'options');
  options = { ...options };
  assertIsObject(options.settings, 'options.settings');
  options.settings = { ...options.settings };
  require('internal/http2/server').checkCustomSettings(options);
  if (typeof authority === 'string') authority = new URL(authority);
  assertIsObject(authority, 'authority', ['string', 'Object', 'URL']);
  const protocol = authority.protocol || options.protocol || 'https:';
  const port = `${authority.port !== '' && authority.port !== undefined ? authority.port : protocol === 'http:' ? 80 : 443}`;
  const host = hostOf(authority);
  const socket = typeof options.createConnection === 'function' ? options.createConnection(authority, options)
    : connectSocket(protocol, host, port, options);
  const session = new ClientHttp2Session(options, socket);
  const name = host.includes(':') ? `[${host}]` : host;
  session[kAuthority] = `${options.servername || name}:${port}`;
  session[kProtocol] = protocol;
  if (typeof listener === 'function') session.once('connect', listener);
  return session;
}

/** @returns {Promise<ClientHttp2Session>} the session once it is connected */
function connectPromise(authority, options) {
  return new Promise((resolve, reject) => {
    const session = connect(authority, options, () => {
      session.removeListener('error', reject);
      resolve(session);
    });
    session.once('error', reject);
  });
}

module.exports = { connect, connectPromise };
