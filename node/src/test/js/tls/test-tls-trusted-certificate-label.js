'use strict';
// An authority may be written as OpenSSL's trusted certificate, or by PEM's old name for certificates.
const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const tls = require('tls');

const read = (name) => fs.readFileSync(path.join(__dirname, 'keys', name), 'utf8');
const server = tls.createServer({ key: read('server-key.pem'), cert: read('server-cert.pem') }, (socket) => socket.end());
const labels = ['CERTIFICATE', 'TRUSTED CERTIFICATE', 'X509 CERTIFICATE'];
let left = labels.length;
server.listen(0, mustCall(() => {
  for (const label of labels) {
    const client = tls.connect({
      port: server.address().port, ca: read('ca-cert.pem').replaceAll('CERTIFICATE', label), checkServerIdentity() {},
    }, mustCall(() => {
      assert.strictEqual(client.authorized, true);
      client.end();
    }));
    client.resume();
    client.on('close', mustCall(() => {
      if (--left === 0) server.close();
    }));
  }
}));
