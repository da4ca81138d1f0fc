'use strict';

// Watchers are told of each request on undici's channels, and may add fields to it.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { subscribe } = require('node:diagnostics_channel');
const { serve } = require('./serve');

const told = [];
for (const name of ['client:beforeConnect', 'client:connected', 'client:sendHeaders', 'request:create', 'request:bodySent', 'request:headers',
  'request:trailers', 'request:error']) {
  subscribe(`undici:${name}`, (message) => {
    told.push(name);
    if (name === 'request:create') {
      assert.deepStrictEqual([message.request.method, message.request.path], ['POST', '/a?b']);
      message.request.addHeader('X-Trace', 'id');
    }
    if (name === 'client:sendHeaders') assert.match(message.headers, /^POST \/a\?b HTTP\/1\.1\r\n[^]*X-Trace: id\r\n/);
    if (name === 'request:headers') assert.strictEqual(message.response.statusCode, 202);
    if (name === 'client:connected') assert.strictEqual(message.socket.remotePort, message.socket.remotePort);
  });
}

serve((request, response) => {
  assert.strictEqual(request.headers['x-trace'], 'id');
  response.writeHead(202).end();
}, async (address) => {
  await (await fetch(`${address}/a?b`, { method: 'POST', body: 'x' })).text();
  assert.deepStrictEqual(told.toSorted(), ['client:beforeConnect', 'client:connected', 'client:sendHeaders', 'request:bodySent', 'request:create',
    'request:headers', 'request:trailers']);
  assert.deepStrictEqual([told[0], told.at(-2), told.at(-1)], ['request:create', 'request:headers', 'request:trailers']);
}).then(mustCall());
