'use strict';

// Over TLS the protocol is agreed on by ALPN; a server that allows it serves HTTP/1.1 as well, on the same port.
const assert = require('node:assert');
const fs = require('node:fs');
const http2 = require('node:http2');
const https = require('node:https');
const path = require('node:path');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, '../tls/keys', name));

const server = http2.createSecureServer({ key: key('server-key.pem'), cert: key('server-cert.pem'), allowHTTP1: true }, mustCall((req, res) => {
  const { socket } = req.httpVersion === '2.0' ? req.stream.session : req;
  res.end(`${req.httpVersion} ${socket.alpnProtocol} ${socket.encrypted}`);
}, 2));

server.listen(0, mustCall(() => {
  const { port } = server.address();
  const ca = key('ca-cert.pem');
  const client = http2.connect(`https://localhost:${port}`, { ca });
  let text = '';
  client.on('connect', mustCall(() => {
    assert.strictEqual(client.alpnProtocol, 'h2');
    assert.strictEqual(client.encrypted, true);
    assert.deepStrictEqual(client.originSet, [`https://localhost:${port}`]);
  }));
  client.request().on('data', (part) => text += part).on('close', mustCall(() => {
    assert.strictEqual(text, '2.0 h2 true');
    client.close();
    https.get({ port, ca, agent: false, ALPNProtocols: ['http/1.1'] }, mustCall((res) => {
      let body = '';
      res.on('data', (part) => body += part);
      res.on('end', mustCall(() => {
        assert.strictEqual(body, '1.1 http/1.1 true');
        server.close();
      }));
    }));
  }));
}));
