'use strict';

// Through a proxy HTTPS goes in a tunnel: one CONNECT a connection, which carries TLS to the server and is used again.
const assert = require('assert');
const fs = require('fs');
const http = require('http');
const https = require('https');
const net = require('net');
const path = require('path');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, '../tls/keys', name));

const server = https.createServer({ key: key('server-key.pem'), cert: key('server-cert.pem') }, mustCall((req, res) => {
  res.end(`${req.url} ${req.headers['proxy-authorization']}`);
}, 3));

const proxy = http.createServer();
proxy.on('connect', mustCall((req, socket) => {
  const { authorization, host } = { authorization: req.headers['proxy-authorization'], host: req.headers.host };
  assert.strictEqual(req.url, `localhost:${server.address().port}`);
  assert.strictEqual(host, req.url);
  assert.strictEqual(authorization, `Basic ${Buffer.from('user:secret').toString('base64')}`);
  assert.strictEqual(req.headers['proxy-connection'], 'keep-alive');
  const through = net.connect(server.address().port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connected\r\nx: y\r\n\r\n');
    socket.pipe(through).pipe(socket);
  });
  through.on('error', () => socket.destroy());
  socket.on('error', () => through.destroy());
}));

function get(agent, url) {
  const { promise, resolve } = Promise.withResolvers();
  const req = https.get({ agent, host: 'localhost', port: server.address().port, path: url }, mustCall((res) => {
    assert.strictEqual(req.socket.authorized, true);
    let text = '';
    res.setEncoding('latin1');
    res.on('data', (piece) => { text += piece; });
    res.on('end', mustCall(() => setImmediate(resolve, text)));
  }));
  return promise;
}

server.listen(0, '127.0.0.1', mustCall(() => proxy.listen(0, '127.0.0.1', mustCall(async () => {
  const proxyEnv = { HTTPS_PROXY: `http://user:secret@127.0.0.1:${proxy.address().port}` };
  const agent = new https.Agent({ keepAlive: true, maxSockets: 1, proxyEnv, ca: key('ca-cert.pem') });
  const first = get(agent, '/first');
  assert.strictEqual(await first, '/first undefined');
  assert.deepStrictEqual(await Promise.all([get(agent, '/second'), get(agent, '/third')]), ['/second undefined', '/third undefined']);
  assert.strictEqual(agent.totalSocketCount, 1);
  agent.destroy();
  server.close();
  proxy.close();
}))));
