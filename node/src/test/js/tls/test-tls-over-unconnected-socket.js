'use strict';

// A socket that is connected later carries a connection from then on.
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const server = tls.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, mustCall((socket) => socket.end()));
server.listen(0, mustCall(() => {
  const below = new net.Socket();
  const client = tls.connect({ socket: below, ca: key('ca-cert.pem'), host: 'localhost' }, mustCall());
  below.connect(server.address().port);
  client.resume();
  client.on('close', mustCall(() => server.close()));
}));
