'use strict';

// The server's order decides between the protocols of both, a callback is asked instead, and with none in common there is no connection.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const secrets = { key: key('server-key.pem'), cert: key('server-cert.pem') };

function agree(serverOptions, ALPNProtocols, expected) {
  const server = tls.createServer({ ...secrets, ...serverOptions }, (socket) => {
    assert.strictEqual(socket.alpnProtocol, expected);
    socket.end();
  });
  server.on('tlsClientError', (error) => assert.strictEqual(expected, error.code));
  server.listen(0, mustCall(() => {
    const client = tls.connect({ port: server.address().port, ca: key('ca-cert.pem'), ALPNProtocols });
    client.on('secureConnect', () => assert.strictEqual(client.alpnProtocol, expected));
    client.on('error', (error) => assert.strictEqual(error.code, 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL'));
    client.on('close', mustCall(() => server.close()));
    client.resume();
  }));
}

agree({ ALPNProtocols: ['b', 'a'] }, ['a', 'b'], 'b');
agree({ ALPNProtocols: ['a'] }, undefined, false);
agree({}, ['a'], false);
agree({ ALPNCallback: ({ servername, protocols }) => {
  assert.strictEqual(servername, false);
  return protocols[1];
} }, ['x', 'y'], 'y');
agree({ ALPNProtocols: ['a'] }, ['z'], 'ERR_SSL_NO_APPLICATION_PROTOCOL');
