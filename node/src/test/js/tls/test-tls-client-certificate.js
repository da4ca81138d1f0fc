'use strict';

// A server that asks for certificates knows its clients, and refuses those who have none.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const server = tls.createServer({
  key: key('server-key.pem'), cert: key('server-cert.pem'), ca: key('ca-cert.pem'), requestCert: true,
}, mustCall((socket) => {
  assert.strictEqual(socket.authorized, true);
  assert.strictEqual(socket.getPeerCertificate().subject.CN, 'client');
  socket.end();
}));
server.on('tlsClientError', mustCall((error) => {
  assert.strictEqual(error.code, 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE');
}));
server.listen(0, mustCall(() => {
  const options = { port: server.address().port, ca: key('ca-cert.pem') };
  const known = tls.connect({ ...options, key: key('client-key.pem'), cert: key('client-cert.pem') }, mustCall());
  known.resume();
  known.on('close', mustCall(() => {
    const unknown = tls.connect(options);
    unknown.resume();
    unknown.on('error', mustCall((error) => assert.strictEqual(error.code, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED')));
    unknown.on('close', mustCall(() => server.close()));
  }));
}));
