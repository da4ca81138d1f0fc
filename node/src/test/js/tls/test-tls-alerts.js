'use strict';

// What can't be agreed on has OpenSSL's names on both sides.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const secrets = { key: key('server-key.pem'), cert: key('server-cert.pem') };

function fails(serverOptions, clientOptions, serverCode, clientCode) {
  const server = tls.createServer({ ...secrets, ...serverOptions });
  server.on('tlsClientError', mustCall((error) => assert.strictEqual(error.code, serverCode)));
  server.listen(0, mustCall(() => {
    const client = tls.connect({ port: server.address().port, ca: key('ca-cert.pem'), ...clientOptions });
    client.on('error', mustCall((error) => {
      assert.strictEqual(error.code, clientCode);
      server.close();
    }));
  }));
}

fails({ maxVersion: 'TLSv1.2' }, { minVersion: 'TLSv1.3' }, 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
fails({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }, { ciphers: 'ECDHE-RSA-AES256-GCM-SHA384' },
  'ERR_SSL_NO_SHARED_CIPHER', 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE');

// Plain HTTP in place of a handshake, and the other way round.
const server = tls.createServer(secrets);
server.on('tlsClientError', mustCall((error) => {
  assert.strictEqual(error.code, 'ERR_SSL_HTTP_REQUEST');
  assert.strictEqual(error.library, 'SSL routines');
  assert.strictEqual(error.reason, 'http request');
  server.close();
}));
server.listen(0, () => {
  require('node:net').connect(server.address().port).on('error', () => {}).resume().write('GET / HTTP/1.1\r\n\r\n');
});
const plain = require('node:net').createServer((socket) => {
  socket.on('error', () => {}).once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
});
plain.listen(0, () => {
  tls.connect(plain.address().port).on('error', mustCall((error) => {
    assert.ok(/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/.test(error.code), error.code);
    plain.close();
  }));
});
