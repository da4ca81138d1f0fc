'use strict';

// Koa: middleware around middleware, bodies of every kind, cookies that are signed, errors, conditional requests.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { Readable } = require('node:stream');
const { text } = require('node:stream/consumers');
const Koa = require('koa');

async function main() {
  const app = new Koa({ proxy: true });
  app.keys = ['a key'];
  const errors = [];
  app.on('error', (error) => errors.push(error.message));
  app.use(async (ctx, next) => {
    ctx.state.order = ['in'];
    await next();
    ctx.state.order.push('out');
    ctx.set('X-Order', ctx.state.order.join());
  });
  app.use(async (ctx, next) => {
    await new Promise(setImmediate);
    ctx.state.order.push('inner');
    await next();
  });
  const routes = {
    '/json': (ctx) => { ctx.body = { ip: ctx.ip, query: ctx.query, type: ctx.accepts('html', 'json') }; },
    '/text': (ctx) => { ctx.body = 'größer'; ctx.etag = 'v1'; if (ctx.fresh) ctx.status = 304; },
    '/bytes': (ctx) => { ctx.body = Buffer.from([1, 2, 3]); },
    '/stream': (ctx) => { ctx.type = 'text'; ctx.body = Readable.from(['a', 'b']); },
    '/cookie': (ctx) => { ctx.cookies.set('views', String(Number(ctx.cookies.get('views', { signed: true }) ?? 0) + 1), { signed: true }); ctx.body = ctx.cookies.get('views') ?? 'none'; },
    '/refused': (ctx) => ctx.throw(403, 'not for you', { headers: { 'X-Why': 'because' } }),
    '/broken': () => { throw new Error('inside'); },
    '/nothing': (ctx) => { ctx.body = null; },
    '/echo': async (ctx) => { ctx.body = `${ctx.method} ${ctx.request.length} ${await text(ctx.req)}`; },
    '/away': (ctx) => ctx.redirect('https://example.com/ä'),
    '/raw': (ctx) => { ctx.respond = false; ctx.res.end('by hand'); },
  };
  app.use((ctx) => routes[ctx.path]?.(ctx));

  const server = app.listen(0);
  await once(server, 'listening');
  async function ask(path, headers, body) {
    const request = http.request({ port: server.address().port, path, headers, method: body ? 'POST' : 'GET' });
    request.end(body);
    const [response] = await once(request, 'response');
    return { status: response.statusCode, body: await text(response), headers: response.headers };
  }

  const json = await ask('/json?a=1&a=2', { 'Accept': 'application/json', 'X-Forwarded-For': '10.0.0.1, 10.0.0.2' });
  assert.deepStrictEqual([json.status, json.body, json.headers['x-order']], [200, '{"ip":"10.0.0.1","query":{"a":["1","2"]},"type":"json"}', 'in,inner,out']);
  const plain = await ask('/text');
  assert.deepStrictEqual([plain.body, plain.headers['content-length'], plain.headers.etag], ['größer', '8', '"v1"']);
  assert.strictEqual((await ask('/text', { 'If-None-Match': '"v1"' })).status, 304);
  assert.strictEqual((await ask('/bytes')).headers['content-type'], 'application/octet-stream');
  assert.deepStrictEqual((await ask('/stream')).body, 'ab');
  const first = await ask('/cookie');
  const cookie = first.headers['set-cookie'].map((one) => one.split(';')[0]).join('; ');
  assert.match(cookie, /^views=1; views\.sig=[\w-]{27}$/);
  assert.match((await ask('/cookie', { cookie })).headers['set-cookie'][0], /^views=2;/);
  assert.match((await ask('/cookie', { cookie: cookie.replace('views=1', 'views=8') })).headers['set-cookie'].join(), /views=1;/);
  const refused = await ask('/refused');
  assert.deepStrictEqual(errors.splice(0), ['not for you']);
  assert.deepStrictEqual([refused.status, refused.body, refused.headers['x-why']], [403, 'not for you', 'because']);
  assert.deepStrictEqual([(await ask('/broken')).body, errors], ['Internal Server Error', ['inside']]);
  assert.strictEqual((await ask('/nothing')).status, 204);
  assert.strictEqual((await ask('/echo', { 'Content-Length': 5 }, 'hello')).body, 'POST 5 hello');
  assert.strictEqual((await ask('/away')).headers.location, 'https://example.com/%C3%A4');
  assert.strictEqual((await ask('/raw')).body, 'by hand');
  const missing = await ask('/missing');
  assert.deepStrictEqual([missing.status, missing.body], [404, 'Not Found']);
  server.close();
}

main();
