'use strict';

// Any two Duplexes that are tied together carry a connection.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const { duplexPair } = require('node:stream');

const [left, right] = duplexPair();
const server = new tls.TLSSocket(left, {
  isServer: true, secureContext: tls.createSecureContext({ key: key('server-key.pem'), cert: key('server-cert.pem') }),
});
server.on('secure', mustCall());
server.pipe(server);

const client = tls.connect({ socket: right, ca: key('ca-cert.pem'), host: 'localhost' }, mustCall(() => client.end('hello'.repeat(50_000))));
let text = '';
client.setEncoding('utf8');
client.on('data', (part) => text += part);
client.on('end', mustCall(() => assert.strictEqual(text, 'hello'.repeat(50_000))));
