'use strict';

// A session goes on in another connection, without another look at the certificate.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

for (const maxVersion of ['TLSv1.2', 'TLSv1.3']) {
  const server = tls.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem'), maxVersion }, mustCall((socket) => {
    socket.end('bye');
  }, 2));
  server.listen(0, mustCall(() => {
    const options = { port: server.address().port, ca: key('ca-cert.pem') };
    let session;
    const first = tls.connect(options, mustCall(() => assert.strictEqual(first.isSessionReused(), false)));
    first.on('session', (made) => session = made);
    first.resume();
    first.on('close', mustCall(() => {
      assert.ok(Buffer.isBuffer(session));
      const second = tls.connect({ ...options, session }, mustCall(() => {
        assert.strictEqual(second.isSessionReused(), true);
        assert.strictEqual(second.authorized, true);
      }));
      second.resume();
      second.on('close', mustCall(() => server.close()));
    }));
  }));
}
