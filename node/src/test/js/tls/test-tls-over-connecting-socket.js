'use strict';

// A socket that is still connecting carries a connection: what its own stream does when it is connected takes nothing away from it.
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const tls = require('node:tls');
const assert = require('node:assert');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const server = tls.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, mustCall((socket) => socket.end('brewed')));
server.listen(0, mustCall(() => {
  const below = net.connect(server.address().port, 'localhost');
  assert.ok(below.connecting);
  const client = tls.connect({ socket: below, ca: key('ca-cert.pem'), host: 'localhost' }, mustCall());
  let text = '';
  client.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
  client.on('close', mustCall(() => {
    assert.strictEqual(text, 'brewed');
    server.close();
  }));
}));
