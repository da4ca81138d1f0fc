'use strict';

// No tunnel, no request: what the proxy answers, that it hangs up or that it says nothing becomes the request's error.
const assert = require('assert');
const http = require('http');
const https = require('https');
const { mustCall } = require('../common');

const proxy = http.createServer();
const answers = {
  denied: (socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
  strange: (socket) => socket.end('NOT HTTP\r\n\r\n'),
  closed: (socket) => socket.destroy(),
  silent: () => {},
};
const sockets = [];
proxy.on('connect', mustCall((req, socket) => {
  sockets.push(socket);
  socket.on('error', () => {});
  answers[req.url.slice(0, req.url.indexOf('.'))](socket);
}, 4));

function fail(name, options) {
  const { promise, resolve } = Promise.withResolvers();
  const agent = new https.Agent({ proxyEnv: { HTTPS_PROXY: `http://127.0.0.1:${proxy.address().port}` } });
  const events = [];
  const req = https.get({ agent, host: `${name}.test`, ...options });
  req.on('timeout', () => events.push('timeout'));
  req.once('error', mustCall((error) => {
    assert.strictEqual(error.code, 'ERR_PROXY_TUNNEL');
    req.on('error', () => {});
    req.on('close', mustCall(() => resolve({ error, events })));
  }));
  return promise;
}

proxy.listen(0, '127.0.0.1', mustCall(async () => {
  const denied = (await fail('denied')).error;
  assert.strictEqual(denied.statusCode, 407);
  assert.match(denied.message, /^Failed to establish tunnel to denied\.test:443 via http:\/\/127\.0\.0\.1:\d+: HTTP\/1\.1 407 Proxy Auth/);
  const strange = (await fail('strange')).error;
  assert.strictEqual(strange.statusCode, NaN);
  assert.match(strange.message, /: NOT HTTP$/);
  assert.strictEqual((await fail('closed')).error.message, 'Connection to establish proxy tunnel ended unexpectedly');
  const { error, events } = await fail('silent', { timeout: 50 });
  assert.strictEqual(error.message, 'Connection to establish proxy tunnel timed out after 50ms');
  assert.strictEqual(error.proxyTunnelTimeout, 50);
  assert.deepStrictEqual(events, ['timeout']);
  for (const socket of sockets) socket.destroy();
  proxy.close();
}));
