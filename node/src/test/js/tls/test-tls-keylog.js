'use strict';

// Keys are told, line by line, to both sides.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const server = tls.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, (socket) => socket.end());
server.on('keylog', mustCall((line, socket) => {
  assert.match(line.toString(), /^(CLIENT|SERVER|EXPORTER)_[A-Z0-9_]+ [0-9a-f]{64} [0-9a-f]+\n$/);
  assert.ok(socket instanceof tls.TLSSocket);
}, 5));
server.listen(0, mustCall(() => {
  const client = tls.connect({ port: server.address().port, ca: key('ca-cert.pem') });
  client.on('keylog', mustCall((line) => assert.ok(Buffer.isBuffer(line)), 5));
  client.resume();
  client.on('close', mustCall(() => server.close()));
}));
