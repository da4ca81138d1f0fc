'use strict';

// A client with its own authority talks to a server; both know what they have agreed on, and nothing is lost at the end.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const server = tls.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, mustCall((socket) => {
  assert.strictEqual(socket.authorized, false);
  assert.strictEqual(socket.servername, 'www.example.test');
  socket.resume();
  socket.on('end', mustCall());
  socket.end('x'.repeat(300_000));
}));
server.listen(0, mustCall(() => {
  const options = { port: server.address().port, ca: key('ca-cert.pem'), servername: 'www.example.test' };
  const client = tls.connect(options, mustCall(() => {
    assert.strictEqual(client.authorized, true);
    assert.strictEqual(client.encrypted, true);
    assert.strictEqual(client.getProtocol(), 'TLSv1.3');
    assert.match(client.getCipher().name, /^TLS_/);
    const certificate = client.getPeerCertificate(true);
    assert.strictEqual(certificate.subject.CN, 'localhost');
    assert.strictEqual(certificate.subjectaltname, 'DNS:localhost, DNS:*.example.test, IP Address:127.0.0.1');
    assert.strictEqual(certificate.issuerCertificate.subject.CN, 'Test CA');
    assert.strictEqual(certificate.issuerCertificate.issuerCertificate, certificate.issuerCertificate);
  }));
  let length = 0;
  client.on('data', (bytes) => length += bytes.length);
  client.on('close', mustCall((hadError) => {
    assert.strictEqual(hadError, false);
    assert.strictEqual(length, 300_000);
    server.close(mustCall());
  }));
}));
