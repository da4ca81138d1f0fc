'use strict';

// A reader that is slow holds the writer back: what is written is neither lost nor heaped up.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const SIZE = 64 << 20;

const server = tls.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, mustCall((socket) => {
  const chunk = Buffer.alloc(64 << 10, 'x');
  let sent = 0;
  let held = false;
  const send = () => {
    while (sent < SIZE) {
      sent += chunk.length;
      if (!socket.write(chunk)) break;
    }
    if (sent >= SIZE) {
      socket.end();
      return;
    }
    socket.once('drain', send);
    if (!held && sent > chunk.length) setImmediate(look, sent);
  };
  // When nothing more goes out, the other side begins to read.
  const look = (before) => {
    if (held) return;
    if (sent !== before) {
      setImmediate(look, sent);
      return;
    }
    held = true;
    assert.ok(sent < SIZE);
    client.resume();
  };
  send();
}));
let client;
server.listen(0, mustCall(() => {
  client = tls.connect({ port: server.address().port, ca: key('ca-cert.pem') }, mustCall());
  let received = 0;
  client.on('data', (bytes) => received += bytes.length);
  client.pause();
  client.on('end', mustCall(() => {
    assert.strictEqual(received, SIZE);
    server.close();
  }));
}));
