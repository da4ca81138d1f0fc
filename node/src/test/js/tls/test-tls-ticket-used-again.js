'use strict';

// A session's ticket is good until it is too old: who resumes it gets no new one, from any server that was given the same keys.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall, mustNotCall } = require('../common');

const read = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));
const options = { key: read('server-key.pem'), cert: read('server-cert.pem'), sessionIdContext: 'shared', ticketKeys: Buffer.alloc(48, 7) };

function listening(onConnection) {
  return new Promise((resolve) => {
    const server = tls.createServer(options, onConnection).listen(0, () => resolve(server));
  });
}

/** What a client sees of one connection that the server ends: the socket when it is closed. */
function connected(server, session, onSession) {
  return new Promise((resolve) => {
    const socket = tls.connect({ port: server.address().port, rejectUnauthorized: false, session });
    socket.on('session', onSession);
    socket.resume().on('close', () => resolve(socket));
  });
}

async function main() {
  const first = await listening(mustCall((socket) => socket.end('x')));
  const second = await listening(mustCall((socket) => {
    assert.strictEqual(socket.isSessionReused(), true);
    socket.end('x');
  }, 2));
  let session;
  await connected(first, undefined, function(told) {
    if (session !== undefined) return;
    session = told;
    assert.ok(told.includes(this.getTLSTicket()));
  });
  for (let i = 0; i < 2; i++) await connected(second, session, mustNotCall());
  first.close();
  second.close();
}

main().then(mustCall());
