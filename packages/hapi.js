'use strict';

// hapi: routes with validation, an authentication scheme, plugins, server methods with a cache, injected requests and real ones.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { Readable } = require('node:stream');
const { text } = require('node:stream/consumers');
const Hapi = require('@hapi/hapi');

async function main() {
  const server = Hapi.server({ port: 0, host: '127.0.0.1', routes: { cors: true, payload: { maxBytes: 1000 } } });

  server.auth.scheme('token', () => ({
    authenticate(request, h) {
      const name = /^Bearer (\w+)$/.exec(request.headers.authorization)?.[1];
      if (!name) return h.unauthenticated(Object.assign(new Error('who are you?'), { isBoom: true, output: { statusCode: 401, payload: { error: 'who' }, headers: {} } }));
      return h.authenticated({ credentials: { name } });
    },
  }));
  server.auth.strategy('by-token', 'token');

  let counted = 0;
  server.method('square', (n) => { counted++; return n * n; }, { cache: { expiresIn: 60_000, generateTimeout: 1000 }, generateKey: String });

  const menu = {
    name: 'menu',
    async register(plugin, options) {
      plugin.route({ method: 'GET', path: '/menu/{dish?}', handler: (request) => ({ dish: request.params.dish ?? options.special }) });
    },
  };
  await server.register({ plugin: menu, options: { special: 'soup' } }, { routes: { prefix: '/v1' } });

  server.route([
    { method: 'GET', path: '/square/{n}', handler: (request) => server.methods.square(Number(request.params.n)).then((value) => ({ value })),
      options: { validate: { params: (value) => { if (!/^\d+$/.test(value.n)) throw new Error('n is no number'); return value; } } } },
    { method: 'POST', path: '/orders', options: { auth: 'by-token', payload: { allow: 'application/json' } },
      handler: (request, h) => h.response({ by: request.auth.credentials.name, ...request.payload }).code(201).header('X-Made', 'yes').state('last', 'tea') },
    { method: 'GET', path: '/stream', handler: (request, h) => h.response(Readable.from([Buffer.from('a'), Buffer.from('b')], { objectMode: false })).type('text/plain') },
    { method: 'GET', path: '/broken', handler: () => { throw new Error('inside'); } },
    { method: 'GET', path: '/away', handler: (request, h) => h.redirect('/v1/menu').permanent() },
    { method: '*', path: '/{any*}', handler: (request, h) => h.response(`nothing at ${request.path}`).code(404) },
  ]);
  server.ext('onPreResponse', (request, h) => {
    if (!request.response.isBoom) request.response.header('X-Seen', request.route.path);
    return h.continue;
  });

  const injected = await server.inject({ url: '/orders', method: 'POST', payload: { item: 'tea' }, auth: { strategy: 'by-token', credentials: { name: 'test' } } });
  assert.deepStrictEqual([injected.statusCode, injected.result], [201, { by: 'test', item: 'tea' }]);

  server.events.on({ name: 'request', channels: 'error' }, (request, event) => assert.strictEqual(event.error.message, 'inside'));
  await server.start();
  async function ask(path, { body, ...options } = {}) {
    const request = http.request({ port: server.info.port, path, ...options });
    request.end(body);
    const [response] = await once(request, 'response');
    return [response.statusCode, await text(response), response.headers];
  }
  for (let i = 0; i < 3; i++) assert.strictEqual((await ask('/square/12'))[1], '{"value":144}');
  assert.strictEqual((await ask('/square/x'))[0], 400);
  assert.deepStrictEqual((await ask('/v1/menu')).slice(0, 2), [200, '{"dish":"soup"}']);
  assert.deepStrictEqual((await ask('/v1/menu/fish')).slice(0, 2), [200, '{"dish":"fish"}']);
  const order = { method: 'POST', body: '{"item":"cake"}', headers: { 'Content-Type': 'application/json', 'Authorization': 'Bearer ada', 'Origin': 'http://a' } };
  const [status, made, headers] = await ask('/orders', order);
  assert.deepStrictEqual([status, made, headers['x-made'], headers['x-seen'], headers['access-control-allow-origin']], [201, '{"by":"ada","item":"cake"}', 'yes', '/orders', 'http://a']);
  assert.strictEqual(headers['set-cookie'][0], 'last=tea; Secure; HttpOnly; SameSite=Strict');
  assert.strictEqual((await ask('/orders', { ...order, headers: { 'Content-Type': 'application/json' } }))[0], 401);
  assert.strictEqual((await ask('/orders', { ...order, body: '{' }))[0], 400);
  assert.strictEqual((await ask('/orders', { ...order, body: JSON.stringify('x'.repeat(2000)) }))[0], 413);
  assert.deepStrictEqual((await ask('/stream')).slice(0, 2), [200, 'ab']);
  assert.deepStrictEqual(JSON.parse((await ask('/broken'))[1]), { statusCode: 500, error: 'Internal Server Error', message: 'An internal server error occurred' });
  const [moved, , { location }] = await ask('/away');
  assert.deepStrictEqual([moved, location], [301, '/v1/menu']);
  assert.deepStrictEqual((await ask('/other/place')).slice(0, 2), [404, 'nothing at /other/place']);
  assert.strictEqual(counted, 1);
  await server.stop();
}

main();
