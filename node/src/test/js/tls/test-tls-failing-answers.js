'use strict';

// What a server's callbacks answer wrongly: a context that is none fails the handshake, a protocol that was not offered is the program's
// own error.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall, mustNotCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));
const secrets = { key: key('server-key.pem'), cert: key('server-cert.pem') };

function fail(options, onError, onTlsError) {
  const server = tls.createServer({ ...secrets, ...options }, mustNotCall());
  server.on('tlsClientError', onTlsError);
  server.listen(0, mustCall(() => {
    const client = tls.connect({
      port: server.address().port, servername: 'a.test', ca: key('ca-cert.pem'), ALPNProtocols: ['one'],
    }, mustNotCall());
    client.on('error', mustCall(onError));
    client.on('close', mustCall(() => server.close()));
  }));
}

fail({ SNICallback: (name, callback) => callback(null, {}) }, () => {}, mustCall((error, socket) => {
  assert.strictEqual(error.message, 'Invalid SNI context');
  assert.strictEqual(socket.servername, 'a.test');
}));

process.once('uncaughtException', mustCall((error) => {
  assert.strictEqual(error.code, 'ERR_TLS_ALPN_CALLBACK_INVALID_RESULT');
}));
fail({ ALPNCallback: () => 'another' }, () => {}, () => {});
