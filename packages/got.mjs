// got: JSON, streams, retries, redirects, hooks, pages, cookies of a jar, time limits, compressed answers.

import assert from 'node:assert';
import { once } from 'node:events';
import http from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import got, { HTTPError } from 'got';

let failures = 2;
const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  switch (url.pathname) {
    case '/echo': return response.end(JSON.stringify({ method: request.method, search: url.search, type: request.headers['content-type'], agent: request.headers['user-agent'],
      body: await text(request) }));
    case '/flaky': return response.writeHead(failures-- > 0 ? 503 : 200, { 'Retry-After': '0' }).end('up');
    case '/away': return response.writeHead(303, { Location: '/echo' }).end();
    case '/brotli': return response.writeHead(200, { 'Content-Encoding': 'br' }).end(zlib.brotliCompressSync('small'));
    case '/page': {
      const n = Number(url.searchParams.get('n') ?? 1);
      return response.writeHead(200, n < 3 ? { Link: `</page?n=${n + 1}>; rel="next"` } : {}).end(JSON.stringify([n * 10, n * 10 + 1]));
    }
    case '/slow': return undefined;
    default: return response.writeHead(404).end('{"error":"none"}');
  }
});
server.listen(0);
await once(server, 'listening');

const api = got.extend({
  prefixUrl: `http://localhost:${server.address().port}`,
  hooks: { beforeRequest: [(options) => { options.headers['user-agent'] = 'cafe'; }] },
  retry: { limit: 2, calculateDelay: ({ computedValue }) => computedValue && 1 },
});
const echoed = await api.post('echo', { json: { item: 'tea' }, searchParams: { a: 'b c' } }).json();
assert.deepStrictEqual(echoed, { method: 'POST', search: '?a=b+c', type: 'application/json', agent: 'cafe', body: '{"item":"tea"}' });
assert.strictEqual((await api.put('echo', { form: { a: 1 } }).json()).body, 'a=1');
const flaky = await api('flaky');
assert.deepStrictEqual([flaky.body, flaky.retryCount], ['up', 2]);
const moved = await api.post('away', { body: 'x' });
assert.deepStrictEqual([JSON.parse(moved.body).method, moved.redirectUrls.length], ['GET', 1]);
assert.strictEqual(await api('brotli').text(), 'small');
assert.deepStrictEqual(await api.paginate.all('page'), [10, 11, 20, 21, 30, 31]);
assert.ok(Buffer.isBuffer(await api('flaky').buffer()));

const collected = new PassThrough();
const length = text(collected);
await pipeline(Readable.from(['one ', 'two']), api.stream.post('echo'), collected);
assert.strictEqual(JSON.parse(await length).body, 'one two');
assert.ok(echoed && moved.timings.phases.total >= 0);

await assert.rejects(api('missing', { retry: { limit: 0 } }), (error) => error instanceof HTTPError && error.response.statusCode === 404);
await assert.rejects(api('slow', { timeout: { response: 20 }, retry: { limit: 0 } }), { name: 'TimeoutError', code: 'ETIMEDOUT' });
await assert.rejects(api('brotli').json(), { name: 'ParseError' });
await assert.rejects(got('http://localhost:1', { retry: { limit: 0 } }), { code: 'ECONNREFUSED' });
const controller = new AbortController();
const aborted = api('slow', { signal: controller.signal });
setImmediate(() => controller.abort());
await assert.rejects(aborted, { name: 'AbortError' });
server.closeAllConnections();
server.close();
