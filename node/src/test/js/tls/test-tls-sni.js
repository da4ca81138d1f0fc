'use strict';

// The name that a client asks for decides which certificate it gets: added contexts, latest first, or a callback's.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const own = { key: key('server-key.pem'), cert: key('server-cert.pem') };
const other = { key: key('other-key.pem'), cert: key('other-cert.pem') };

function ask(server, servername, expected, done) {
  const client = tls.connect({ port: server.address().port, ca: key('ca-cert.pem'), servername, checkServerIdentity: () => undefined }, mustCall(() => {
    assert.strictEqual(client.getPeerCertificate().subject.CN, expected);
    client.end();
  }));
  client.resume();
  client.on('close', mustCall(done));
}

const contexts = tls.createServer(own, (socket) => socket.end());
contexts.addContext('*.test', other);
contexts.listen(0, mustCall(() => {
  ask(contexts, 'other.test', 'other.test', () => ask(contexts, 'a.other.test', 'localhost', () => contexts.close()));
}));

const SNICallback = mustCall((name, done) => {
  setImmediate(done, null, name === 'late.test' ? tls.createSecureContext(other) : undefined);
}, 2);
const asked = tls.createServer({ ...own, SNICallback }, (socket) => socket.end());
asked.listen(0, mustCall(() => {
  ask(asked, 'late.test', 'other.test', () => ask(asked, 'else.test', 'localhost', () => asked.close()));
}));
