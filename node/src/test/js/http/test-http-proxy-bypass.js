'use strict';

// NO_PROXY names the hosts that are reached without the proxy: by name, with a port, by the end of the name, as a range, or all of them.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');

const server = http.createServer((req, res) => res.end('server'));
const proxy = http.createServer((req, res) => res.end('proxy'));

const lookup = (name, options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);

function ask(host, noProxy) {
  const proxyEnv = { http_proxy: `http://127.0.0.1:${proxy.address().port}`, no_proxy: noProxy };
  const { promise, resolve, reject } = Promise.withResolvers();
  const { port } = server.address();
  const req = http.get({ agent: new http.Agent({ proxyEnv }), host, port, path: '/', lookup }, (res) => {
    res.setEncoding('latin1');
    res.on('data', resolve);
  });
  req.on('error', reject);
  return promise;
}

server.listen(0, '127.0.0.1', mustCall(() => proxy.listen(0, '127.0.0.1', mustCall(async () => {
  const { port } = server.address();
  for (const [host, noProxy, expected] of [
    ['127.0.0.1', undefined, 'proxy'],
    ['127.0.0.1', '', 'proxy'],
    ['127.0.0.1', '*', 'server'],
    ['127.0.0.1', 'x.test, 127.0.0.1', 'server'],
    ['127.0.0.1', `127.0.0.1:${port}`, 'server'],
    ['127.0.0.1', '127.0.0.1:1', 'proxy'],
    ['127.0.0.1', '127.0.0.0 - 127.0.0.5', 'server'],
    ['127.0.0.1', '127.0.0.2-127.0.0.5', 'proxy'],
    ['127.0.0.1', '0.0.1', 'proxy'],
    ['www.example.test', 'WWW.Example.test', 'server'],
    ['WWW.example.test', '.example.test', 'server'],
    ['www.example.test', '*.example.test', 'server'],
    ['www.example.test', 'example.test', 'proxy'],
    ['example.test', '*.example.test', 'proxy'],
  ]) {
    assert.strictEqual(await ask(host, noProxy), expected, `${host} with ${noProxy}`);
  }
  server.close();
  proxy.close();
}))));
