'use strict';

// A peer that breaks the rules is told what it did and sent away; the server goes on.
const assert = require('node:assert');
const http2 = require('node:http2');
const net = require('node:net');
const { mustCall } = require('../common');

const SETTINGS = '000000040000000000';
const preface = Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), Buffer.from(SETTINGS, 'hex')]);

const cases = [
  [Buffer.from('GET / HTTP/1.1\r\nhost: a\r\nx: yyyyyyy\r\n\r\n'), 'Received bad client magic byte string'],
  [Buffer.concat([preface, Buffer.from('000008060100000000' + '0'.repeat(16), 'hex')]), 'Protocol error'],
  [Buffer.concat([preface, Buffer.from('000004080000000000' + '00000000', 'hex')]), 'Protocol error'],
  [Buffer.concat([preface, Buffer.from('000006010400000002' + '828684410161', 'hex')]), 'Protocol error'],
];

const server = http2.createServer();
const failures = cases.map(([, message]) => message);
server.on('sessionError', mustCall((error, session) => {
  assert.strictEqual(error.code, 'ERR_HTTP2_ERROR');
  assert.strictEqual(error.message, failures.shift());
  assert.strictEqual(session.destroyed, true);
}, cases.length));

server.listen(0, mustCall(() => {
  const next = () => {
    if (cases.length === 0) {
      server.close();
      return;
    }
    const socket = net.connect(server.address().port, 'localhost', () => socket.write(cases.shift()[0]));
    socket.resume();
    socket.on('error', () => {});
    socket.on('close', mustCall(next));
  };
  next();
}));
