'use strict';

// undici's request, stream, pipeline, pool and fetch, over its own HTTP client, whose parser is WebAssembly.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { Readable, Writable } = require('node:stream');
const { text } = require('node:stream/consumers');
const { fetch, pipeline, Pool, request, stream, errors } = require('undici');

const server = http.createServer(async (incoming, response) => {
  if (incoming.url === '/slow') return;
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ method: incoming.method, url: incoming.url, body: await text(incoming) }));
});

async function main() {
  server.listen(0);
  await once(server, 'listening');
  const address = `http://localhost:${server.address().port}`;
  const pool = new Pool(address, { connections: 2, pipelining: 1 });

  const { statusCode, headers, body } = await request(`${address}/menu`, { query: { a: 1 }, dispatcher: pool.compose((dispatch) => dispatch) });
  assert.deepStrictEqual([statusCode, headers['content-type'], await body.json()], [200, 'application/json', { method: 'GET', url: '/menu?a=1', body: '' }]);
  const posted = await pool.request({ method: 'POST', path: '/echo', body: Readable.from(['one ', 'two']) });
  assert.strictEqual((await posted.body.json()).body, 'one two');
  const many = await Promise.all(Array.from({ length: 20 }, (_, i) => pool.request({ method: 'GET', path: `/${i}` }).then((response) => response.body.json())));
  assert.deepStrictEqual(many.map(({ url }) => url), Array.from({ length: 20 }, (_, i) => `/${i}`));
  const chunks = [];
  await stream(`${address}/streamed`, { opaque: chunks, dispatcher: pool }, ({ opaque }) => new Writable({ write(chunk, encoding, done) { opaque.push(chunk); done(); } }));
  assert.strictEqual(JSON.parse(Buffer.concat(chunks)).url, '/streamed');
  const through = pipeline(`${address}/piped`, { method: 'PUT', dispatcher: pool }, ({ statusCode, body }) => {
    assert.strictEqual(statusCode, 200);
    return body;
  });
  assert.strictEqual(JSON.parse(await text(through.end('through'))).body, 'through');
  const fetched = await fetch(`${address}/fetched`, { method: 'POST', body: 'by fetch', dispatcher: pool });
  assert.deepStrictEqual([fetched.headers.get('content-type'), await fetched.json()], ['application/json', { method: 'POST', url: '/fetched', body: 'by fetch' }]);
  await assert.rejects(pool.request({ method: 'GET', path: '/slow', headersTimeout: 50 }), errors.HeadersTimeoutError);
  await assert.rejects(pool.request({ method: 'GET', path: '/slow', signal: AbortSignal.timeout(20) }), { name: 'TimeoutError' });
  await pool.close();
  server.closeAllConnections();
  server.close();
}

main();
