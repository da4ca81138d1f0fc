'use strict';

// What a request can be made of: each arrives whole, with its type and its length.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { text } = require('node:stream/consumers');
const { serve } = require('./serve');

serve(async (request, response) => {
  response.end(JSON.stringify([request.headers['content-type'], request.headers['content-length'], await text(request)]));
}, async (address) => {
  const send = async (body, more) => (await fetch(address, { method: 'POST', body, ...more })).json();
  assert.deepStrictEqual(await send('é'), ['text/plain;charset=UTF-8', '2', 'é']);
  assert.deepStrictEqual(await send(Buffer.from('abc')), [null, '3', 'abc']);
  assert.deepStrictEqual(await send(new Uint16Array([0x6161, 0x6262]).subarray(1)), [null, '2', 'bb']);
  assert.deepStrictEqual(await send(new TextEncoder().encode('abc').buffer), [null, '3', 'abc']);
  assert.deepStrictEqual(await send(new Blob(['a', 'bc'], { type: 'text/x' })), ['text/x', '3', 'abc']);
  async function* made() {
    yield Buffer.from('a');
    yield Buffer.from('bc');
  }
  assert.deepStrictEqual(await send(made(), { duplex: 'half' }), [null, null, 'abc']);
  assert.deepStrictEqual(await (await fetch(new Request(address, { method: 'PUT', body: 'r' }))).json(), ['text/plain;charset=UTF-8', '1', 'r']);
  const large = 'x'.repeat(3_000_000);
  const [, length, echo] = await send(new Blob([large]).stream(), { duplex: 'half' });
  assert.deepStrictEqual([length, echo.length], [null, large.length]);
}).then(mustCall());
