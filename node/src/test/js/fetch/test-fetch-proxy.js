'use strict';

// With --use-env-proxy http and fetch go through the proxy of the environment: http with the whole URL, fetch in a tunnel.
const assert = require('assert');
const { spawn } = require('child_process');
const http = require('http');
const net = require('net');
const { mustCall } = require('../common');

const server = http.createServer(mustCall((req, res) => res.end(`${req.url} answered`)));
const seen = [];
const proxy = http.createServer(mustCall((req, res) => {
  seen.push(`${req.method} ${req.url}`);
  res.end('by the proxy');
}));
proxy.on('connect', mustCall((req, socket) => {
  seen.push(`${req.method} ${req.url} ${req.headers.host} ${req.headers['proxy-connection']}`);
  const through = net.connect(server.address().port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    socket.pipe(through).pipe(socket);
  });
  through.on('error', () => socket.destroy());
  socket.on('error', () => through.destroy());
}));

const program = `
  require('http').get('http://plain.test/x', (res) => {
    res.pipe(process.stdout);
    res.on('end', async () => console.log('', await (await fetch('http://fetched.test/y')).text()));
  });`;

server.listen(0, '127.0.0.1', mustCall(() => proxy.listen(0, '127.0.0.1', mustCall(() => {
  const env = { ...process.env, http_proxy: `http://127.0.0.1:${proxy.address().port}`, no_proxy: '' };
  const child = spawn(process.execPath, ['--use-env-proxy', '-e', program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (piece) => { text += piece; });
  child.on('close', mustCall((code) => {
    assert.strictEqual(code, 0);
    assert.strictEqual(text, 'by the proxy /y answered\n');
    assert.deepStrictEqual(seen, ['GET http://plain.test/x', 'CONNECT fetched.test:80 fetched.test keep-alive']);
    server.close();
    proxy.close();
  }));
}))));
