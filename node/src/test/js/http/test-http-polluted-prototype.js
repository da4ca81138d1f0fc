'use strict';

// What a program puts into Object.prototype is nobody's listener, header or option.
Object.prototype.invalid = 'invalid';

const assert = require('node:assert');
const http = require('node:http');

const server = http.createServer((req, res) => {
  assert.ok(!Object.hasOwn(req.headers, 'invalid'));
  res.writeHead(200, { valid: 'ok' }).end(JSON.stringify(req.headers));
}).listen(0, '127.0.0.1', () => {
  const agent = new http.Agent({ keepAlive: true });
  const ask = (then) => http.get({ port: server.address().port, host: '127.0.0.1', agent, headers: { valid: 'ok' } }, (res) => {
    assert.ok(!Object.hasOwn(res.headers, 'invalid'));
    res.resume().on('end', then);
  });
  ask(() => setImmediate(ask, () => {
    agent.destroy();
    server.close();
  }));
});

assert.ok(!Object.hasOwn(require('node:crypto'), 'invalid'));
assert.ok(!Object.hasOwn(new URLPattern({ pathname: '/a' }), 'invalid'));
