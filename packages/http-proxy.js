'use strict';

// http-proxy: requests and upgrades forwarded, headers added, paths kept, answers rewritten, a dead target reported.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { text } = require('node:stream/consumers');
const httpProxy = require('http-proxy');
const { WebSocket, WebSocketServer } = require('ws');

async function listening(server) {
  server.listen(0);
  await once(server, 'listening');
  return server.address().port;
}

async function main() {
  const target = http.createServer(async (request, response) => {
    if (request.url === '/away') return response.writeHead(302, { Location: `http://localhost:${target.address().port}/there` }).end();
    response.setHeader('Set-Cookie', 'a=1; Domain=localhost; Path=/');
    response.end(JSON.stringify({ url: request.url, method: request.method, by: request.headers['x-by'], from: request.headers['x-forwarded-host'], body: await text(request) }));
  });
  new WebSocketServer({ server: target }).on('connection', (ws) => ws.on('message', (data) => ws.send(`echo ${data}`)));
  const targetPort = await listening(target);

  const proxy = httpProxy.createProxyServer({ target: `http://localhost:${targetPort}/base`, xfwd: true, autoRewrite: true, cookieDomainRewrite: 'cafe.test' });
  proxy.on('proxyReq', (outgoing) => outgoing.setHeader('X-By', 'proxy'));
  proxy.on('proxyRes', (incoming) => { incoming.headers['x-through'] = 'proxy'; });
  const front = http.createServer((request, response) => {
    if (request.url === '/dead') proxy.web(request, response, { target: 'http://localhost:1' }, (error) => response.writeHead(502).end(error.code));
    else if (request.url === '/away') proxy.web(request, response, { target: `http://localhost:${targetPort}` });
    else proxy.web(request, response);
  });
  front.on('upgrade', (request, socket, head) => proxy.ws(request, socket, head));
  const port = await listening(front);

  async function ask(path, body) {
    const request = http.request({ port, path, method: body ? 'POST' : 'GET' });
    request.end(body);
    const [response] = await once(request, 'response');
    return [response.statusCode, await text(response), response.headers];
  }
  const body = 'x'.repeat(200_000);
  const [status, answer, headers] = await ask('/menu?a=1', body);
  assert.deepStrictEqual([status, JSON.parse(answer)], [200, { url: '/base/menu?a=1', method: 'POST', by: 'proxy', from: `localhost:${port}`, body }]);
  assert.deepStrictEqual([headers['x-through'], headers['set-cookie']], ['proxy', ['a=1; Domain=cafe.test; Path=/']]);
  assert.strictEqual((await ask('/away'))[2].location, `http://localhost:${port}/there`);
  assert.deepStrictEqual((await ask('/dead')).slice(0, 2), [502, 'ECONNREFUSED']);

  const ws = new WebSocket(`ws://localhost:${port}`);
  await once(ws, 'open');
  ws.send('hello');
  assert.strictEqual(String((await once(ws, 'message'))[0]), 'echo hello');
  ws.close();
  await once(ws, 'close');
  front.close();
  target.close();
  proxy.close();
}

main();
