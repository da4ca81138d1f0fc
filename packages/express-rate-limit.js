'use strict';

// express-rate-limit: so many requests a window and key, then 429 with its headers, until the window is over.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { text } = require('node:stream/consumers');
const express = require('express');
const { rateLimit } = require('express-rate-limit');

async function main() {
  const app = express();
  app.set('trust proxy', 1);
  const limiter = rateLimit({
    windowMs: 60_000, limit: 3, standardHeaders: 'draft-8', legacyHeaders: true, message: { error: 'slower' },
    keyGenerator: (request) => request.get('x-key') ?? 'nobody', skip: (request) => request.path === '/free',
  });
  app.use(limiter);
  app.get('/forget', async (request, response) => { await limiter.resetKey('b'); response.end(); });
  app.get(/.*/, (request, response) => response.json(request.rateLimit ?? null));
  const server = app.listen(0);
  await once(server, 'listening');
  async function ask(key, path = '/') {
    const [response] = await once(http.get({ port: server.address().port, path, headers: { 'X-Key': key } }), 'response');
    return [response.statusCode, JSON.parse(await text(response) || 'null'), response.headers];
  }
  for (const remaining of [2, 1, 0]) {
    const [status, { limit, used }, headers] = await ask('a');
    assert.deepStrictEqual([status, limit, used, headers['x-ratelimit-remaining']], [200, 3, 3 - remaining, String(remaining)]);
    assert.match(headers.ratelimit, new RegExp(`^"3-in-1min"; r=${remaining}; t=\\d+$`));
  }
  const [status, body, headers] = await ask('a');
  assert.deepStrictEqual([status, body], [429, { error: 'slower' }]);
  assert.ok(Number(headers['retry-after']) > 50);
  assert.strictEqual((await ask('a', '/free'))[0], 200);
  for (const expected of [200, 200, 200, 429]) assert.strictEqual((await ask('b'))[0], expected);
  assert.strictEqual((await ask('c', '/forget'))[0], 200);
  assert.strictEqual((await ask('b'))[0], 200);
  server.close();
}

main();
