'use strict';

// Requests with bodies over one kept connection: whole both ways, and the connection is used again.
const assert = require('node:assert');
const fs = require('node:fs');
const https = require('node:https');
const path = require('node:path');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, '../tls/keys', name));

const server = https.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, mustCall((req, res) => {
  let length = 0;
  req.on('data', (bytes) => length += bytes.length);
  req.on('end', mustCall(() => res.end(`${req.method} ${req.url} ${length} ${req.socket.encrypted}`)));
}, 2));
server.listen(0, mustCall(() => {
  const agent = new https.Agent({ keepAlive: true, ca: key('ca-cert.pem') });
  const send = (url, body, then) => {
    const req = https.request({ port: server.address().port, path: url, method: 'POST', agent }, mustCall((res) => {
      let text = '';
      res.setEncoding('utf8');
      res.on('data', (part) => text += part);
      res.on('end', mustCall(() => {
        assert.strictEqual(text, `POST ${url} ${body.length} true`);
        process.nextTick(then, req);
      }));
    }));
    req.end(body);
  };
  send('/first', 'x'.repeat(1_000_000), mustCall((first) => {
    assert.strictEqual(first.reusedSocket, false);
    setImmediate(send, '/second', 'y', mustCall((second) => {
      assert.strictEqual(second.reusedSocket, true);
      agent.destroy();
      server.close();
    }));
  }));
}));
