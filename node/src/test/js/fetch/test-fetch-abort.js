'use strict';

// A signal ends a fetch before it starts, while it waits, and while its answer comes; the server sees the connection close.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { once } = require('node:events');
const { serve } = require('./serve');

serve((request, response) => {
  if (request.url === '/body') response.write('some');
  response.on('close', mustCall(() => request.socket.emit('gone')));
}, async (address, server) => {
  await assert.rejects(fetch(address, { signal: AbortSignal.abort() }), { name: 'AbortError', code: 20 });
  await assert.rejects(fetch(address, { signal: AbortSignal.abort(new RangeError('mine')) }), new RangeError('mine'));

  let controller = new AbortController();
  let pending = fetch(address, { signal: controller.signal });
  const [{ socket }] = await once(server, 'request');
  controller.abort();
  await Promise.all([once(socket, 'gone'), assert.rejects(pending, { name: 'AbortError', message: 'This operation was aborted' })]);

  controller = new AbortController();
  pending = fetch(`${address}/body`, { signal: controller.signal });
  const [request] = await once(server, 'request');
  const reader = (await pending).body.getReader();
  assert.strictEqual(Buffer.from((await reader.read()).value).toString(), 'some');
  const reading = assert.rejects(reader.read(), new RangeError('enough'));
  controller.abort(new RangeError('enough'));
  await Promise.all([once(request.socket, 'gone'), reading]);

  const upload = fetch(address, { method: 'POST', duplex: 'half', signal: AbortSignal.timeout(20), body: new ReadableStream() });
  await assert.rejects(upload, { name: 'TimeoutError' });
}).then(mustCall());
