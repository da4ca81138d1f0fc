'use strict';

/**
 * HTTP/2: its constants, its settings on the wire, and its classes' names. Sessions can't be made here: whatever would make one
 * throws ERR_FEATURE_UNAVAILABLE_ON_PLATFORM, so that programs that can do without HTTP/2 load and find out when they ask.
 */

const { Readable, Stream } = require('stream');

function unavailable(name) {
  return new (require('internal/errors').ERR_FEATURE_UNAVAILABLE_ON_PLATFORM)(`http2.${name}`);
}

function connect(authority, options, listener) { // eslint-disable-line no-unused-vars
  throw unavailable('connect()');
}

function createServer(options, handler) { // eslint-disable-line no-unused-vars
  throw unavailable('createServer()');
}

function createSecureServer(options, handler) { // eslint-disable-line no-unused-vars
  throw unavailable('createSecureServer()');
}

function performServerHandshake(socket, options = {}) { // eslint-disable-line no-unused-vars
  throw unavailable('performServerHandshake()');
}

/** A request of the compatible API. Only a session makes one. */
class Http2ServerRequest extends Readable {
  constructor(stream, headers, options, rawHeaders) { // eslint-disable-line no-unused-vars
    super();
    throw unavailable('Http2ServerRequest');
  }
}

/** A response of the compatible API. Only a session makes one. */
class Http2ServerResponse extends Stream {
  constructor(stream, options) { // eslint-disable-line no-unused-vars
    super();
    throw unavailable('Http2ServerResponse');
  }
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

let constants;

module.exports = {
  connect,
  get constants() { return constants ??= require('internal/http2/constants'); },
  set constants(value) { constants = value; },
  createServer,
  createSecureServer,
  getDefaultSettings,
  getPackedSettings,
  getUnpackedSettings,
  performServerHandshake,
  sensitiveHeaders: Symbol('sensitiveHeaders'),
  Http2ServerRequest,
  Http2ServerResponse,
};
