'use strict';

// Express 5 and 4: the same small API on each: routers, parameters, bodies, files, views, cookies, conditional requests, errors.

const assert = require('node:assert');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const { text } = require('node:stream/consumers');

function application(express, folder) {
  const app = express();
  app.set('views', folder);
  app.set('view engine', 'ejs');
  app.set('trust proxy', 1);
  app.use(express.json({ limit: '1kb' }));
  app.use(express.urlencoded({ extended: true }));
  app.use((request, response, next) => {
    response.locals.seen = [request.method, request.path];
    next();
  });
  app.use('/files', express.static(folder, { maxAge: '1h', index: false }));

  const orders = new Map();
  const router = express.Router({ mergeParams: true });
  router.param('id', (request, response, next, id) => {
    request.order = orders.get(id);
    if (request.order) next();
    else response.status(404).json({ error: `no order ${id}`, table: request.params.table });
  });
  router.route('/').get((request, response) => response.json([...orders.values()]))
    .post((request, response) => {
      const id = String(orders.size + 1);
      orders.set(id, { id, table: request.params.table, ...request.body });
      response.status(201).location(`${request.baseUrl}/${id}`).json(orders.get(id));
    });
  router.get('/:id', (request, response) => response.json(request.order));
  router.delete('/:id', (request, response) => {
    orders.delete(request.params.id);
    response.sendStatus(204);
  });
  app.use('/tables/:table/orders', router);

  app.get('/search', (request, response) => response.json({ query: request.query, ip: request.ip, secure: request.secure, host: request.hostname }));
  app.get('/page', (request, response) => response.render('page', { title: 'a < b' }));
  app.get('/download', (request, response) => response.download(path.join(folder, 'menu.txt'), '€ menu.txt'));
  app.get('/cookie', (request, response) => response.cookie('a', { b: 1 }, { httpOnly: true, maxAge: 1000 }).redirect(303, '/search'));
  app.get('/formats', (request, response) => response.format({
    'text/plain': () => response.send('plain'), 'text/html': () => response.send('<p>html</p>'), 'application/json': () => response.send({ json: true }),
  }));
  app.get('/slow', async (request, response) => {
    await new Promise(setImmediate);
    response.type('txt').send(response.locals.seen.join(' '));
  });
  app.get('/throws', () => { throw Object.assign(new Error('broken'), { status: 418 }); });
  app.get('/skipped', (request, response, next) => next('route'), () => assert.fail());
  app.get('/skipped', (request, response) => response.end('second'));
  app.use((error, request, response, next) => {
    if (response.headersSent) return next(error);
    response.status(error.status ?? 500).json({ message: error.message });
  });
  return app;
}

async function exercise(express, folder, major) {
  const server = application(express, folder).listen(0);
  await once(server, 'listening');
  const { port } = server.address();

  async function ask(method, url, body, headers = {}) {
    const request = http.request({ port, method, path: url, headers: body ? { 'Content-Type': 'application/json', ...headers } : headers });
    request.end(body && JSON.stringify(body));
    const [response] = await once(request, 'response');
    const content = await text(response);
    return { status: response.statusCode, headers: response.headers, body: method !== 'HEAD' && /json/.test(response.headers['content-type']) ? JSON.parse(content) : content };
  }

  const made = await ask('POST', '/tables/4/orders', { item: 'tea' });
  assert.deepStrictEqual([made.status, made.body, made.headers.location], [201, { id: '1', table: '4', item: 'tea' }, '/tables/4/orders/1']);
  assert.strictEqual(made.headers['x-powered-by'], 'Express');
  assert.strictEqual(made.headers['content-type'], 'application/json; charset=utf-8');
  const one = await ask('GET', '/tables/4/orders/1');
  assert.match(one.headers.etag, /^W\/"[\w+/=-]+"$/);
  const unchanged = await ask('GET', '/tables/4/orders/1', undefined, { 'If-None-Match': one.headers.etag });
  assert.deepStrictEqual([unchanged.status, unchanged.body], [304, '']);
  const head = await ask('HEAD', '/tables/4/orders');
  assert.deepStrictEqual([head.status, head.headers['content-length'], head.body], [200, '37', '']);
  assert.strictEqual((await ask('DELETE', '/tables/4/orders/1')).status, 204);
  assert.deepStrictEqual((await ask('GET', '/tables/5/orders/1')).body, { error: 'no order 1', table: '5' });

  assert.deepStrictEqual((await ask('GET', '/search?a=1&b=x%20y&c=1&c=2', undefined, { 'X-Forwarded-For': '10.0.0.9', 'X-Forwarded-Proto': 'https', 'Host': 'cafe.test:80' })).body,
    { query: { a: '1', b: 'x y', c: ['1', '2'] }, ip: '10.0.0.9', secure: true, host: 'cafe.test' });
  assert.strictEqual((await ask('GET', '/page')).body, '<h1>a &lt; b</h1>');
  const file = await ask('GET', '/files/menu.txt');
  assert.deepStrictEqual([file.body, file.headers['cache-control'], file.headers['accept-ranges']], ['tea 2\ncake 3\n', 'public, max-age=3600', 'bytes']);
  const part = await ask('GET', '/files/menu.txt', undefined, { Range: 'bytes=6-9' });
  assert.deepStrictEqual([part.status, part.body, part.headers['content-range']], [206, 'cake', 'bytes 6-9/13']);
  assert.strictEqual((await ask('GET', '/files/../express.js')).status, 404);
  assert.strictEqual((await ask('GET', '/download')).headers['content-disposition'], 'attachment; filename="? menu.txt"; filename*=UTF-8\'\'%E2%82%AC%20menu.txt');
  const moved = await ask('GET', '/cookie');
  assert.strictEqual(moved.status, 303);
  assert.match(moved.headers['set-cookie'][0], /^a=j%3A%7B%22b%22%3A1%7D; Max-Age=1; Path=\/; Expires=.* GMT; HttpOnly$/);
  assert.strictEqual((await ask('GET', '/formats', undefined, { Accept: 'text/html, */*;q=0.1' })).body, '<p>html</p>');
  assert.strictEqual((await ask('GET', '/formats', undefined, { Accept: 'image/png' })).status, 406);
  assert.strictEqual((await ask('GET', '/slow')).body, 'GET /slow');
  assert.strictEqual((await ask('GET', '/skipped')).body, 'second');
  assert.deepStrictEqual((await ask('GET', '/throws')).body, { message: 'broken' });
  assert.strictEqual((await ask('GET', '/missing')).status, 404);
  assert.strictEqual((await ask('POST', '/tables/1/orders', { item: 'x'.repeat(2000) })).status, 413);

  if (major === 5) {   // a handler's rejected promise is an error of the request
    const app = express();
    app.get('/async', async () => { throw new Error('rejected'); });
    app.get('/any/*rest', (request, response) => response.json(request.params));
    app.use((error, request, response, next) => response.status(502).send(error.message));
    const other = app.listen(0);
    await once(other, 'listening');
    for (const [url, expected] of [['/async', 'rejected'], ['/any/a/b', '{"rest":["a","b"]}']]) {
      const [response] = await once(http.get({ port: other.address().port, path: url }), 'response');
      assert.strictEqual(await text(response), expected);
    }
    other.close();
  }
  server.close();
}

async function main(folder) {
  fs.writeFileSync(path.join(folder, 'page.ejs'), '<h1><%= title %></h1>');
  fs.writeFileSync(path.join(folder, 'menu.txt'), 'tea 2\ncake 3\n');
  await exercise(require('express'), folder, 5);
  await exercise(require('express4'), folder, 4);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'express-'));
main(folder).finally(() => fs.rmSync(folder, { recursive: true }));
