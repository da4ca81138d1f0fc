'use strict';

// A server on a path: its file is there while it listens.

const assert = require('assert');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');
const { mustCall } = require('../common');

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'net-'));
const name = path.join(directory, 'socket');

const server = net.createServer(mustCall((socket) => socket.end('hello')));
server.listen({ path: name, readableAll: true, writableAll: true }, mustCall(() => {
  assert.strictEqual(server.address(), name);
  assert.strictEqual(fs.statSync(name).isSocket(), true);
  assert.strictEqual(fs.statSync(name).mode & 0o666, 0o666);
  const client = net.connect(name);
  let text = '';
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', mustCall(() => {
    assert.strictEqual(text, 'hello');
    server.close(mustCall(() => {
      assert.strictEqual(fs.existsSync(name), false);
      fs.rmdirSync(directory);
    }));
  }));
}));
