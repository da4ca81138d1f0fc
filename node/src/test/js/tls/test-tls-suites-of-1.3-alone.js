'use strict';

// A list of TLS 1.3's suites alone is a list of ciphers: no older version is spoken.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const server = tls.createServer({
  key: key('server-key.pem'), cert: key('server-cert.pem'), ciphers: 'TLS_CHACHA20_POLY1305_SHA256',
}, mustCall((socket) => socket.end()));
server.listen(0, mustCall(() => {
  const client = tls.connect({ port: server.address().port, ca: key('ca-cert.pem') }, mustCall(() => {
    assert.strictEqual(client.getCipher().name, 'TLS_CHACHA20_POLY1305_SHA256');
    assert.strictEqual(client.getProtocol(), 'TLSv1.3');
  }));
  client.on('close', mustCall(() => server.close()));
  client.resume();
}));
