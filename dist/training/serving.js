'use strict';
// Servers under load: plain, in the way of frameworks, and with asynchronous middleware. Connections stay and go.

const fs = require('fs');
const http = require('http');
const net = require('net');
const { pipeline } = require('stream');
const zlib = require('zlib');
const framework = require('./framework.js');

const CONNECTIONS = 16;
const ORDER = JSON.stringify({ items: Array.from({ length: 20 }, (_, n) => ({ id: n, name: `cup ${n}`, price: n * 1.5, tags: ['hot', 'short'] })) });
const PATHS = ['/', '/json', '/app/', '/app/drinks/7?size=2', '/app/later', '/app/file', '/middleware', '/nowhere', '/app/order', '/stream', '/gateway'];

function application() {
  const app = framework();
  app.use((req, res, next) => { req.started = Date.now(); next(); });
  app.use(framework.json);
  app.get('/app/', (req, res) => res.json({ id: 42, name: 'espresso', tags: ['hot', 'short'], price: 2.4 }));
  app.get('/app/drinks/:id', (req, res) => res.status(200).json({ id: Number(req.params.id), size: req.query.size, agent: req.get('User-Agent') }));
  app.get('/app/later', async (req, res) => {
    const found = await Promise.all([1, 2, 3].map((n) => new Promise((resolve) => setTimeout(resolve, 1, { n }))));
    res.set('Cache-Control', 'no-cache').send(`<p>${found.map(({ n }) => n).join()}</p>`);
  });
  app.get('/app/file', (req, res) => {
    res.setHeader('Content-Encoding', 'gzip');
    pipeline(fs.createReadStream(__filename), zlib.createGzip(), res, (error) => { if (error) res.destroy(); });
  });
  app.post('/app/order', (req, res) => res.status(201).json({ items: req.body.items.length }));
  return app;
}

/** Middleware as functions that await what comes after them, over an object that delegates to request and response. */
function middleware() {
  const context = {
    get url() { return this.req.url; },
    set body(value) { this.res.statusCode = 200; this.content = value; },
    set(name, value) { this.res.setHeader(name, value); },
  };
  const steps = [
    async (ctx, next) => { const began = Date.now(); await next(); ctx.set('X-Response-Time', `${Date.now() - began}ms`); },
    async (ctx, next) => { ctx.state.user = 'x'; return next(); },
    (ctx) => { ctx.body = { path: ctx.url, user: ctx.state.user }; },
  ];
  const compose = (ctx, index = 0) => {
    const step = steps[index];
    if (step === undefined) return Promise.resolve();
    try { return Promise.resolve(step(ctx, compose.bind(null, ctx, index + 1))); } catch (error) { return Promise.reject(error); }
  };
  return (req, res) => {
    const ctx = Object.create(context);
    Object.assign(ctx, { req, res, state: {} });
    compose(ctx).then(() => {
      const text = JSON.stringify(ctx.content);
      res.setHeader('Content-Type', 'application/json; charset=utf-8');
      res.setHeader('Content-Length', Buffer.byteLength(text));
      res.end(text);
    });
  };
}

/** Answers an upgrade and then repeats what comes. */
function echo(req, socket) {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n');
  socket.on('data', (chunk) => { for (let i = 0; i < chunk.length; i++) chunk[i] ^= 0x55; socket.write(chunk); }).on('end', () => socket.end()).on('error', () => {});
}

module.exports = function serve(millis) {
  const until = Date.now() + millis;
  const app = application();
  const awaiting = middleware();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 2 * CONNECTIONS });
  const server = http.createServer((req, res) => {
    if (req.url === '/') return res.end('Hello World');
    if (req.url.startsWith('/app/')) return app(req, res);
    if (req.url === '/middleware') return awaiting(req, res);
    if (req.url === '/stream') { res.writeHead(200, { 'Content-Type': 'text/plain' }); for (const word of ['a', 'b', 'c']) res.write(word); return res.end(); }
    if (req.url === '/gateway') {
      const upstream = http.request({ agent, port: server.address().port, host: '127.0.0.1', path: '/json', headers: { ...req.headers, via: 'x' } }, (answer) => {
        res.writeHead(answer.statusCode, answer.headers);
        answer.pipe(res);
      });
      return void upstream.on('error', () => res.destroy()).end();
    }
    res.setHeader('Content-Type', 'application/json');
    for (let n = 0; n < 8; n++) res.setHeader(`X-Field-${n}`, `value ${n}`);
    req.resume().on('end', () => res.end(JSON.stringify(req.headers)));
  });
  server.on('upgrade', echo);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    let running = CONNECTIONS;
    let n = 0;
    const next = () => {
      if (Date.now() > until) {
        if (--running === 0) { agent.destroy(); server.close(); }
        return;
      }
      const path = PATHS[n++ % PATHS.length];
      const post = path === '/app/order';
      const options = { port, host: '127.0.0.1', path, agent: n % 50 === 0 ? false : agent };
      if (post) Object.assign(options, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(ORDER) } });
      http.request(options, (response) => response.resume().on('end', next)).on('error', next).end(post ? ORDER : undefined);
    };
    for (let i = 0; i < CONNECTIONS; i++) next();
    const socket = net.connect(port, '127.0.0.1', () => socket.write('GET /echo HTTP/1.1\r\nHost: x\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n'));
    socket.on('data', (chunk) => { if (Date.now() > until) socket.end(); else setTimeout(() => socket.write(chunk.subarray(0, 64)), 1); }).on('error', () => {});
  });
};
