'use strict';
// Ending the socket below ends the TLS socket above it, without an error.
const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const net = require('net');
const path = require('path');
const tls = require('tls');

const read = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));
const server = tls.createServer({ key: read('server-key.pem'), cert: read('server-cert.pem') });
server.on('tlsClientError', () => {});
server.listen(0, mustCall(() => {
  const lower = net.connect(server.address().port);
  const upper = tls.connect({ socket: lower, rejectUnauthorized: false }, mustCall(() => lower.end()));
  upper.on('error', assert.ifError);
  upper.on('close', mustCall((hadError) => {
    assert.strictEqual(hadError, false);
    server.close();
  }));
  upper.resume();
}));
server.on('secureConnection', (socket) => { socket.on('error', () => {}); socket.resume(); });
