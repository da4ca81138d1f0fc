'use strict';

// Open sockets, servers and operations under way are told of: by kind, and as what the program knows them as.

const assert = require('assert');
const fs = require('fs');
const net = require('net');
const { mustCall, mustSucceed } = require('../common');

function count(type) {
  return process.getActiveResourcesInfo().filter((each) => each === type).length;
}

fs.stat(__filename, mustSucceed());
fs.stat(__filename, mustSucceed());
assert.strictEqual(count('FSReqCallback'), 2);
assert.strictEqual(process._getActiveRequests().length, 2);

const accepted = [];
const server = net.createServer((socket) => accepted.push(socket)).listen(0, mustCall(() => {
  assert.strictEqual(count('TCPServerWrap'), 1);
  assert.strictEqual(count('TCPSocketWrap'), 0);
  const client = net.connect(server.address().port);
  server.once('connection', mustCall(() => {
    for (const one of [server, client, accepted[0]]) assert.ok(process._getActiveHandles().includes(one));
    assert.strictEqual(count('TCPSocketWrap'), 2);
    client.destroy();
    accepted[0].destroy();
    server.close();
  }));
}));
