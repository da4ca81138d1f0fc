'use strict';

// An agent that keeps connections alive sends one request after another on the same one, and makes those above its limit wait.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');

const ports = new Set();
const server = http.createServer(mustCall((req, res) => {
  ports.add(req.socket.remotePort);
  res.end(req.url);
}, 5));
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
server.listen(0, '127.0.0.1', mustCall(() => {
  const seen = [];
  for (let i = 0; i < 5; i++) {
    http.get({ port: server.address().port, host: '127.0.0.1', path: `/${i}`, agent }, mustCall((res) => {
      res.setEncoding('utf8');
      res.on('data', (text) => seen.push(text));
      res.on('end', mustCall(() => {
        if (seen.length < 5) return;
        assert.deepStrictEqual(seen, ['/0', '/1', '/2', '/3', '/4']);
        assert.strictEqual(ports.size, 1);
        agent.destroy();
        server.close();
      }));
    }));
  }
}));
