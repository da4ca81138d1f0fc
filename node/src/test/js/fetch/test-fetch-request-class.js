'use strict';

// Requests that a program makes: what they say, what they copy, what they refuse.

const { mustCall } = require('../common');
const assert = require('node:assert');

async function main() {
  const request = new Request('http://u.example/a', { method: 'post', body: 'x', headers: { 'x-a': '1' } });
  assert.deepStrictEqual([request.method, request.url, request.mode, request.credentials, request.cache, request.redirect, request.duplex],
    ['POST', 'http://u.example/a', 'cors', 'same-origin', 'default', 'follow', 'half']);
  const copy = request.clone();
  assert.strictEqual(await request.text(), 'x');
  assert.strictEqual(await copy.text(), 'x');
  const controller = new AbortController();
  const watched = new Request('http://u.example', { signal: controller.signal });
  controller.abort();
  assert.strictEqual(watched.signal.aborted, true);
  assert.throws(() => new Request('/relative'), { name: 'TypeError', message: /Failed to parse URL/ });
  assert.throws(() => new Request('http://a:b@u.example'), { name: 'TypeError', message: /includes credentials/ });
  assert.throws(() => new Request('http://u.example', { body: 'x' }), { name: 'TypeError', message: /GET\/HEAD/ });
  assert.throws(() => new Request('http://u.example', { method: 'TRACE' }), { name: 'TypeError' });
  assert.throws(() => new Request(), { name: 'TypeError', message: /1 argument required/ });
}

main().then(mustCall());
