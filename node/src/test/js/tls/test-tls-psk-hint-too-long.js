'use strict';
// A hint that TLS has no room for ends each connection, not the server.
const { mustCall } = require('../common');
const assert = require('assert');
const tls = require('tls');

const options = { ciphers: 'PSK', pskCallback: () => null };
const server = tls.createServer({ ...options, pskIdentityHint: 'a'.repeat(512) });
server.on('tlsClientError', mustCall((error, socket) => {
  assert.strictEqual(error.code, 'ERR_TLS_PSK_SET_IDENTITY_HINT_FAILED');
  assert.strictEqual(socket.destroyed, true);
  server.close();
}));
server.listen(0, mustCall(() => {
  const client = tls.connect({ port: server.address().port, ...options, checkServerIdentity() {} });
  client.on('error', mustCall((error) => assert.strictEqual(error.code, 'ECONNRESET')));
}));
