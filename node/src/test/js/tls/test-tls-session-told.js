'use strict';

// A client that is told of a session has that session, though the server may have sent the next one along with it.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const server = tls.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, mustCall((socket) => socket.end('x')));
server.listen(0, mustCall(() => {
  const client = tls.connect({ port: server.address().port, ca: key('ca-cert.pem') });
  client.on('session', mustCall((session) => assert.ok(session.equals(client.getSession())), 2));
  client.on('close', mustCall(() => server.close()));
  client.resume();
}));
