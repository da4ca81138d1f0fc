'use strict';

// Both gateways: who may come in and how often, streams both ways, and what clients hear of services that fail.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { start, ask } = require('./support/start');

const orders = http.createServer(async (req, res) => {
  if (req.url === '/orders/silent') return;
  if (req.url === '/orders/cut') return res.write('part', () => res.destroy());
  res.setHeader('X-Seen', JSON.stringify([req.method, req.url, req.headers['x-user'], req.headers.authorization, req.headers['x-forwarded-host']]));
  res.writeHead(req.method === 'POST' ? 201 : 200);
  for await (const chunk of req) res.write(chunk);   // each piece goes back before the next has come
  res.end();
});

async function exercise(program) {
  const { address, stop } = await start(program, {
    SERVICES: JSON.stringify({ '/orders': `http://localhost:${orders.address().port}`, '/away': 'http://localhost:1' }),
    TOKENS: JSON.stringify({ 't-ada': 'ada', 't-bob': 'bob' }), LIMIT: '8', PATIENCE: '3000',
  });
  const agent = new http.Agent({ keepAlive: true });
  const as = (token) => ({ agent, headers: { Authorization: `Bearer ${token}` } });

  assert.strictEqual((await ask(`${address}/orders`)).status, 401);
  assert.strictEqual((await ask(`${address}/orders`, as('wrong'))).status, 401);
  const { status, headers } = await ask(`${address}/orders/1?a=b`, as('t-ada'));
  assert.deepStrictEqual([status, headers['x-ratelimit-remaining']], [200, '7']);
  assert.deepStrictEqual(JSON.parse(headers['x-seen']), ['GET', '/orders/1?a=b', 'ada', null, new URL(address).host]);
  assert.strictEqual((await ask(`${address}/nowhere`, as('t-ada'))).status, 404);

  // The answer's first piece is here while the request is still being sent
  const request = http.request(`${address}/orders`, { method: 'POST', ...as('t-ada') });
  request.write('one');
  const [response] = await once(request, 'response');
  assert.strictEqual(response.statusCode, 201);
  assert.strictEqual(String((await once(response, 'data'))[0]), 'one');
  request.write('two');
  assert.strictEqual(String((await once(response, 'data'))[0]), 'two');
  request.end();
  await once(response.resume(), 'end');
  const large = 'x'.repeat(2_000_000);
  assert.strictEqual((await ask(`${address}/orders`, { method: 'POST', body: large, ...as('t-ada') })).body, large);

  assert.strictEqual((await ask(`${address}/away`, as('t-ada'))).status, 502);
  assert.strictEqual((await ask(`${address}/orders/silent`, as('t-ada'))).status, 504);
  await assert.rejects(ask(`${address}/orders/cut`, as('t-ada')), { code: 'ECONNRESET' });
  assert.strictEqual((await ask(`${address}/orders`, as('t-ada'))).headers['x-ratelimit-remaining'], '0');
  const refused = await ask(`${address}/orders`, as('t-ada'));
  assert.deepStrictEqual([refused.status, Number(refused.headers['retry-after']) > 0], [429, true]);
  assert.strictEqual((await ask(`${address}/orders`, as('t-bob'))).status, 200);
  agent.destroy();
  await stop();
}

async function main() {
  orders.listen(0);
  await once(orders, 'listening');
  await exercise('gateway.js');
  await exercise('gateway-http-proxy.js');
  orders.closeAllConnections();
  orders.close();
}

main();
