'use strict';

// Redirects are followed as the standard says, handed out, or refused.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { text } = require('node:stream/consumers');
const { serve } = require('./serve');

serve(async (request, response) => {
  const [, kind, rest] = /^\/(\d+|end|loop)(.*)/.exec(request.url);
  if (kind === 'end') response.end(`${request.method} ${request.headers['content-type']} ${request.headers.authorization} ${await text(request)}`);
  else if (kind === 'loop') response.writeHead(302, { Location: '/loop' }).end();
  else response.writeHead(Number(kind), { Location: `/end${rest}` }).end('elsewhere');
}, async (address) => {
  const post = { method: 'POST', body: 'x', headers: { authorization: 'me' } };
  const found = await fetch(`${address}/302?q`, post);
  assert.deepStrictEqual([found.redirected, found.url, await found.text()], [true, `${address}/end?q`, 'GET undefined me ']);
  assert.strictEqual(await (await fetch(`${address}/307`, post)).text(), 'POST text/plain;charset=UTF-8 me x');
  assert.strictEqual(await (await fetch(`${address}/303`, { method: 'PUT', body: 'x' })).text(), 'GET undefined undefined ');

  const manual = await fetch(`${address}/301`, { redirect: 'manual' });
  assert.deepStrictEqual([manual.status, manual.headers.get('location'), await manual.text()], [301, '/end', 'elsewhere']);
  await assert.rejects(fetch(`${address}/302`, { redirect: 'error' }),
    (error) => error.message === 'fetch failed' && error.cause.message === 'unexpected redirect');
  await assert.rejects(fetch(`${address}/loop`),
    (error) => error.message === 'fetch failed' && error.cause.message === 'redirect count exceeded');
}).then(mustCall());
