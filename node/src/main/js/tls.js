'use strict';

/** `node:tls`: sockets that nobody else can read. Node's documentation: https://nodejs.org/api/tls.html */

const { defineLazy } = require('internal/lazy_property');
const { getOption } = require('internal/options');
const { defaultMaximum, defaultMinimum } = require('internal/tls/versions');

const DEFAULT_CIPHERS = 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:' +
  'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES256-GCM-SHA384:' +
  'DHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-SHA256:DHE-RSA-AES128-SHA256:ECDHE-RSA-AES256-SHA384:DHE-RSA-AES256-SHA384:' +
  'ECDHE-RSA-AES256-SHA256:DHE-RSA-AES256-SHA256:HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!SRP:!CAMELLIA';

let ciphers;
let roots;

/** The names of the ciphers that can be used, in lower case. */
function getCiphers() {
  return [...(ciphers ??= binding('tls').ciphers())];
}

function rootCertificates() {
  return roots ??= Object.freeze(binding('tls').bundled());
}

module.exports = {
  CLIENT_RENEG_LIMIT: 3,
  CLIENT_RENEG_WINDOW: 600,
  DEFAULT_CIPHERS: getOption('--tls-cipher-list') || DEFAULT_CIPHERS,
  DEFAULT_ECDH_CURVE: 'auto',
  DEFAULT_MIN_VERSION: defaultMinimum(),
  DEFAULT_MAX_VERSION: defaultMaximum(),
  getCiphers,
};

Object.defineProperty(module.exports, 'rootCertificates', { __proto__: null, enumerable: true, get: rootCertificates });

/** Members that are loaded when they are first used. */
function lazy(name, load) {
  defineLazy(module.exports, name, true, load);
}

lazy('getCACertificates', () => require('internal/tls/authorities').getCACertificates);
lazy('setDefaultCACertificates', () => require('internal/tls/authorities').setDefaultCACertificates);
lazy('convertALPNProtocols', () => require('internal/tls/alpn').convertALPNProtocols);
lazy('checkServerIdentity', () => require('internal/tls/identity').checkServerIdentity);
lazy('createSecureContext', () => require('internal/tls/secure_context').createSecureContext);
lazy('SecureContext', () => require('internal/tls/secure_context').SecureContext);
lazy('TLSSocket', () => require('internal/tls/socket').TLSSocket);
lazy('Server', () => require('internal/tls/server').Server);
lazy('createServer', () => require('internal/tls/server').createServer);
lazy('connect', () => require('internal/tls/connect').connect);
