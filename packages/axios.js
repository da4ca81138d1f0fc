'use strict';

// axios: JSON, forms, redirects, interceptors, streams both ways, time limits, cancelling, errors.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { Readable } = require('node:stream');
const { text } = require('node:stream/consumers');
const zlib = require('node:zlib');
const axios = require('axios');

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  switch (url.pathname) {
    case '/echo':
      response.setHeader('Content-Type', 'application/json');
      return response.end(JSON.stringify({ method: request.method, search: url.search, type: request.headers['content-type'], by: request.headers['x-by'],
        authorization: request.headers.authorization, body: await text(request) }));
    case '/compressed':
      return response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' }).end(zlib.gzipSync('{"compressed":true}'));
    case '/away': return response.writeHead(302, { Location: '/echo?from=away' }).end();
    case '/slow': return undefined;
    case '/stream': return Readable.from(Array(100).fill('x'.repeat(1000))).pipe(response);
    default: return response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"error":"none"}');
  }
});

async function main() {
  server.listen(0);
  await once(server, 'listening');
  const api = axios.create({ baseURL: `http://localhost:${server.address().port}`, headers: { 'X-By': 'axios' }, auth: { username: 'ada', password: 'p:w' }, timeout: 20_000 });
  const times = [];
  api.interceptors.request.use((config) => { times.push('out'); return config; });
  api.interceptors.response.use((response) => { times.push('in'); return response; });

  const got = await api.get('/echo', { params: { a: 1, list: ['x', 'y'], when: new Date(0) } });
  assert.deepStrictEqual([got.status, got.data.method, got.data.search], [200, 'GET', '?a=1&list%5B%5D=x&list%5B%5D=y&when=1970-01-01T00:00:00.000Z']);
  assert.deepStrictEqual([got.data.by, got.data.authorization, times], ['axios', `Basic ${btoa('ada:p:w')}`, ['out', 'in']]);
  const posted = await api.post('/echo', { item: 'größer' });
  assert.deepStrictEqual([posted.data.type, JSON.parse(posted.data.body)], ['application/json', { item: 'größer' }]);
  assert.strictEqual((await api.post('/echo', new URLSearchParams({ a: 'b c' }))).data.body, 'a=b+c');
  const form = await api.postForm('/echo', { name: 'ada', photo: Readable.from(['png']), extras: ['milk', 'sugar'] });
  assert.match(form.data.type, /^multipart\/form-data; boundary=/);
  assert.match(form.data.body, /name="name"\r\n\r\nada\r\n[^]*name="photo"\r\nContent-Type: application\/octet-stream\r\n\r\npng\r\n[^]*name="extras\[\]"\r\n\r\nmilk\r\n/);
  assert.strictEqual((await api.put('/echo', Readable.from(['one ', 'two']))).data.body, 'one two');
  assert.deepStrictEqual((await api.get('/compressed')).data, { compressed: true });
  assert.strictEqual((await api.get('/away')).data.search, '?from=away');
  assert.strictEqual((await api.get('/away', { maxRedirects: 0, validateStatus: null })).status, 302);
  const { data } = await api.get('/stream', { responseType: 'stream' });
  assert.strictEqual((await text(data)).length, 100_000);
  let progress = 0;
  const bytes = await api.get('/stream', { responseType: 'arraybuffer', onDownloadProgress: (event) => { progress = event.loaded; } });
  assert.deepStrictEqual([Buffer.isBuffer(bytes.data), bytes.data.length, progress], [true, 100_000, 100_000]);

  await assert.rejects(api.get('/missing'), (error) => axios.isAxiosError(error) && error.code === 'ERR_BAD_REQUEST' && error.response.data.error === 'none');
  await assert.rejects(api.get('/slow', { timeout: 20 }), { code: 'ECONNABORTED', message: 'timeout of 20ms exceeded' });
  await assert.rejects(api.get('/stream', { maxContentLength: 5000 }), { code: 'ERR_BAD_RESPONSE' });
  const controller = new AbortController();
  const cancelled = api.get('/slow', { signal: controller.signal });
  setImmediate(() => controller.abort());
  await assert.rejects(cancelled, (error) => axios.isCancel(error));
  await assert.rejects(axios.get('http://localhost:1/'), { code: 'ECONNREFUSED' });
  server.closeAllConnections();
  server.close();
}

main();
