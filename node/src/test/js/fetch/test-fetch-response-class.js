'use strict';

// Responses that a program makes itself.

const { mustCall } = require('../common');
const assert = require('node:assert');

async function main() {
  const json = Response.json({ a: 1 }, { status: 201, headers: { 'X-A': 'b' } });
  assert.deepStrictEqual([json.status, json.headers.get('content-type'), json.headers.get('x-a'), await json.json()],
    [201, 'application/json', 'b', { a: 1 }]);
  assert.deepStrictEqual([Response.error().type, Response.error().status], ['error', 0]);
  const away = Response.redirect('https://example.com/', 303);
  assert.deepStrictEqual([away.status, away.headers.get('location')], [303, 'https://example.com/']);
  const made = new Response('body', { statusText: 'Fine' });
  assert.deepStrictEqual([made.status, made.statusText, made.ok, made.url, made.headers.get('content-type')],
    [200, 'Fine', true, '', 'text/plain;charset=UTF-8']);
  assert.throws(() => new Response('', { status: 99 }), { name: 'RangeError' });
  assert.throws(() => new Response('x', { status: 204 }), { name: 'TypeError' });
  assert.strictEqual(new Response().body, null);
  assert.strictEqual(Object.prototype.toString.call(made), '[object Response]');
}

main().then(mustCall());
