'use strict';

// https: the certificate is checked; the cause says what is wrong with it.

const { mustCall } = require('../common');
const assert = require('node:assert');
const fs = require('node:fs');
const https = require('node:https');
const path = require('node:path');
const tls = require('node:tls');
const { run } = require('./serve');

const key = (name) => fs.readFileSync(path.join(__dirname, '../tls/keys', name), 'latin1');

const server = https.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, (request, response) => {
  response.end(`${request.socket.encrypted} ${request.headers.host}`);
});

run(server, 'https', async (address) => {
  const { port } = server.address();
  await assert.rejects(fetch(address), (error) => error.message === 'fetch failed' && error.cause.code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  tls.setDefaultCACertificates([key('ca-cert.pem')]);
  assert.strictEqual(await (await fetch(`https://localhost:${port}`)).text(), `true localhost:${port}`);
}).then(mustCall());
