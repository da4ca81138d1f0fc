'use strict';

// Fastify: schemas in and out, hooks, plugins, decorators, errors, injected requests and real ones, its own logger.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { Readable, Writable } = require('node:stream');
const { text } = require('node:stream/consumers');
const fastify = require('fastify');

async function main() {
  const lines = [];
  const stream = new Writable({ write(chunk, encoding, callback) { lines.push(JSON.parse(chunk)); callback(); } });
  const app = fastify({ logger: { level: 'info', stream }, routerOptions: { caseSensitive: false }, bodyLimit: 2048 });

  app.decorate('orders', new Map());
  app.decorateRequest('user', null);
  app.addHook('onRequest', async (request) => { request.user = request.headers.authorization?.slice(7) ?? null; });
  app.addHook('onSend', async (request, reply, payload) => { reply.header('X-Seen', request.user ?? 'nobody'); return payload; });
  app.register(async (api) => {
    api.addHook('preHandler', async (request, reply) => {
      if (!request.user) return reply.code(401).send({ error: 'who are you?' });
    });
    api.post('/orders', {
      schema: {
        body: { type: 'object', required: ['item'], properties: { item: { type: 'string', minLength: 2 }, count: { type: 'integer', default: 1 } }, additionalProperties: false },
        response: { 201: { type: 'object', properties: { id: { type: 'integer' }, item: { type: 'string' }, count: { type: 'integer' } } } },
      },
    }, async (request, reply) => {
      const order = { id: app.orders.size + 1, ...request.body, secret: 'not sent' };
      app.orders.set(order.id, order);
      return reply.code(201).send(order);
    });
    api.get('/orders/:id(^\\d+$)', async (request, reply) => app.orders.get(Number(request.params.id)) ?? reply.callNotFound());
  }, { prefix: '/api' });
  app.get('/stream', (request, reply) => reply.type('text/plain').send(Readable.from(['one ', 'two ', 'three'])));
  app.get('/fails', async () => { throw Object.assign(new Error('broken'), { statusCode: 503 }); });
  app.setNotFoundHandler((request, reply) => reply.code(404).send({ missing: request.url }));
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, async (request, body) => body.split(','));
  app.post('/csv', async (request) => ({ cells: request.body }));

  const refused = await app.inject({ method: 'POST', url: '/api/orders', payload: { item: 'tea' } });
  assert.deepStrictEqual([refused.statusCode, refused.json()], [401, { error: 'who are you?' }]);
  const authorized = { authorization: 'Bearer ada' };
  const made = await app.inject({ method: 'POST', url: '/api/orders', payload: { item: 'tea', count: '3', more: 1 }, headers: authorized });
  assert.deepStrictEqual([made.statusCode, made.body, made.headers['x-seen']], [201, '{"id":1,"item":"tea","count":3}', 'ada']);
  const invalid = await app.inject({ method: 'POST', url: '/api/orders', payload: { item: 'x' }, headers: authorized });
  assert.deepStrictEqual(invalid.json(), { statusCode: 400, code: 'FST_ERR_VALIDATION', error: 'Bad Request', message: 'body/item must NOT have fewer than 2 characters' });

  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  async function ask(url, options = {}, body) {
    const request = http.request(new URL(url, address), options);
    request.end(body);
    const [response] = await once(request, 'response');
    return [response.statusCode, await text(response), response.headers];
  }
  assert.deepStrictEqual((await ask('/api/orders/1', { headers: authorized })).slice(0, 2), [200, '{"id":1,"item":"tea","count":3,"secret":"not sent"}']);
  assert.deepStrictEqual((await ask('/API/orders/9', { headers: authorized })).slice(0, 2), [404, '{"missing":"/API/orders/9"}']);
  assert.deepStrictEqual((await ask('/stream')).slice(0, 2), [200, 'one two three']);
  assert.deepStrictEqual((await ask('/fails')).slice(0, 2), [503, '{"statusCode":503,"error":"Service Unavailable","message":"broken"}']);
  assert.deepStrictEqual((await ask('/csv', { method: 'POST', headers: { 'Content-Type': 'text/csv' } }, 'a,b')).slice(0, 2), [200, '{"cells":["a","b"]}']);
  assert.deepStrictEqual((await ask('/csv', { method: 'POST', headers: { 'Content-Type': 'text/csv' } }, 'x'.repeat(3000)))[0], 413);
  assert.strictEqual((await ask('/csv', { method: 'POST', headers: { 'Content-Type': 'a/b' } }, 'x'))[0], 415);
  await app.close();

  assert.ok(lines.some((line) => line.msg.startsWith('Server listening at http://127.0.0.1:')));
  const completed = lines.filter((line) => line.msg === 'request completed');
  assert.strictEqual(completed.length, 10);
  assert.ok(completed.every((line) => typeof line.responseTime === 'number' && line.res.statusCode));
}

main();
