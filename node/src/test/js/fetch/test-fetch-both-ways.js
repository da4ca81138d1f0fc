'use strict';

// A request's stream is sent as it is made, and the answer is read while the request goes on.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { serve } = require('./serve');

serve((request, response) => {
  response.writeHead(200);
  response.flushHeaders();
  request.on('data', (chunk) => response.write(String(chunk).toUpperCase()));
  request.on('end', () => response.end());
}, async (address) => {
  let controller;
  const body = new ReadableStream({ start(c) { controller = c; } });
  controller.enqueue(Buffer.from('one'));
  const response = await fetch(address, { method: 'POST', body, duplex: 'half' });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const next = async () => decoder.decode((await reader.read()).value);
  assert.strictEqual(await next(), 'ONE');
  controller.enqueue(Buffer.from('two'));
  assert.strictEqual(await next(), 'TWO');
  controller.close();
  assert.strictEqual((await reader.read()).done, true);
  await assert.rejects(fetch(address, { method: 'POST', body: new ReadableStream() }),
    { name: 'TypeError', message: /duplex/ });
}).then(mustCall());
