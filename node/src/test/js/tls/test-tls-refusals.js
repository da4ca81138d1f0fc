'use strict';

// A server is refused with OpenSSL's code for what is wrong with its certificate, or with whom it is for.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall, mustNotCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

function refused(name, options, code) {
  const server = tls.createServer({ key: key(`${name}-key.pem`), cert: key(`${name}-cert.pem`) });
  server.on('tlsClientError', () => {});
  server.listen(0, mustCall(() => {
    const client = tls.connect({ port: server.address().port, ...options }, mustNotCall());
    client.on('error', mustCall((error) => {
      assert.strictEqual(error.code, code);
      assert.strictEqual(client.authorized, false);
      assert.strictEqual(client.authorizationError, code);
      server.close();
    }));
  }));
}

refused('server', {}, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
refused('self', {}, 'DEPTH_ZERO_SELF_SIGNED_CERT');
refused('other', { ca: key('ca-cert.pem') }, 'ERR_TLS_CERT_ALTNAME_INVALID');

const server = tls.createServer({ key: key('self-key.pem'), cert: key('self-cert.pem') }, mustCall((socket) => socket.end()));
server.listen(0, mustCall(() => {
  const client = tls.connect({ port: server.address().port, rejectUnauthorized: false }, mustCall(() => {
    assert.strictEqual(client.authorizationError, 'DEPTH_ZERO_SELF_SIGNED_CERT');
  }));
  client.resume();
  client.on('close', () => server.close());
}));
