'use strict';

// What a Response says of the answer: status, words, fields, address.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { serve } = require('./serve');

serve((request, response) => {
  response.writeHead(404, 'Not Here', [['X-One', '1'], ['X-One', '2'], ['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']]);
  response.end('gone');
}, async (address) => {
  const response = await fetch(`${address}/a?b#c`);
  assert.ok(response instanceof Response);
  assert.deepStrictEqual([response.status, response.statusText, response.ok, response.redirected, response.type],
    [404, 'Not Here', false, false, 'basic']);
  assert.strictEqual(response.url, `${address}/a?b`);
  assert.strictEqual(response.headers.get('x-one'), '1, 2');
  assert.deepStrictEqual(response.headers.getSetCookie(), ['a=1', 'b=2']);
  assert.strictEqual(response.bodyUsed, false);
  assert.strictEqual(await response.text(), 'gone');
  assert.strictEqual(response.bodyUsed, true);
  await assert.rejects(response.text(), { name: 'TypeError', message: 'Body is unusable: Body has already been read' });
}).then(mustCall());
