'use strict';
// Destroying the socket below closes the TLS socket above it, which tells so.
const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const net = require('net');
const path = require('path');
const tls = require('tls');

const read = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));
const tlsServer = tls.createServer({ key: read('server-key.pem'), cert: read('server-cert.pem') });
const server = net.createServer(mustCall((lower) => {
  tlsServer.emit('connection', lower);
  tlsServer.once('secureConnection', mustCall((upper) => {
    upper.on('close', mustCall(() => assert.strictEqual(upper.destroyed, true)));
    upper.once('data', mustCall(() => lower.destroy()));
  }));
  lower.on('close', mustCall(() => server.close()));
}));
server.listen(0, mustCall(() => {
  const client = tls.connect({ port: server.address().port, rejectUnauthorized: false });
  client.on('error', (error) => assert.strictEqual(error.code, 'ECONNRESET'));
  client.on('close', mustCall());
  client.resume();
  client.write('.');
}));
