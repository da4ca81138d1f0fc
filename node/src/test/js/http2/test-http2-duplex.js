'use strict';

// Sessions speak over any Duplex, one within another's stream included.
const assert = require('node:assert');
const http2 = require('node:http2');
const { duplexPair } = require('node:stream');
const { mustCall } = require('../common');

const inner = http2.createServer(mustCall((req, res) => res.end(`inner ${req.url}`)));
const outer = http2.createServer();
outer.on('connect', mustCall((req, res) => {
  res.writeHead(200);
  inner.emit('connection', res.stream);
}));
outer.on('request', () => {});

const [clientSide, serverSide] = duplexPair();
outer.emit('connection', serverSide);
const client = http2.connect('http://outer', { createConnection: mustCall(() => clientSide) });
const tunnel = client.request({ ':method': 'CONNECT', ':authority': 'inner:80' });
tunnel.on('response', mustCall((headers) => {
  assert.strictEqual(headers[':status'], 200);
  const through = http2.connect('http://inner', { createConnection: () => tunnel });
  let text = '';
  through.request({ ':path': '/deep' }).on('data', (part) => text += part).on('end', mustCall(() => {
    assert.strictEqual(text, 'inner /deep');
    through.close();
    client.close();
  }));
}));
