'use strict';

// A request whose stream fails is given up, and fetch fails.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { serve } = require('./serve');

serve((request) => {
  request.on('error', mustCall((error) => assert.strictEqual(error.code, 'ECONNRESET')));
  request.resume();
}, async (address, server) => {
  let controller;
  const body = new ReadableStream({ start(c) { controller = c; } });
  controller.enqueue(Buffer.from('one'));
  const pending = fetch(address, { method: 'POST', body, duplex: 'half' });
  server.on('request', (request) => request.once('data', () => controller.error(new RangeError('no more'))));
  await assert.rejects(pending, (error) => error.message === 'no more' || error.cause?.message === 'no more');
}).then(mustCall());
