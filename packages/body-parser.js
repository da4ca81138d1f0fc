'use strict';

// body-parser: JSON, forms, text and bytes of plain http requests; compressed, too large, malformed.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { json: readJson } = require('node:stream/consumers');
const zlib = require('node:zlib');
const bodyParser = require('body-parser');

const parsers = [
  bodyParser.json({ limit: '10kb', type: ['json', 'application/*+json'], verify(request, response, bytes) { request.length = bytes.length; } }),
  bodyParser.urlencoded({ extended: true }),
  bodyParser.text({ type: 'text/*' }),
  bodyParser.raw({ type: 'application/octet-stream' }),
];

const server = http.createServer((request, response) => {
  const next = (index, error) => {
    if (!error && index < parsers.length) return parsers[index](request, response, (failure) => next(index + 1, failure));
    response.statusCode = error ? error.status : 200;
    const body = Buffer.isBuffer(request.body) ? { bytes: request.body.toString('hex') } : request.body;
    response.end(JSON.stringify(error ? { type: error.type, message: error.message } : { body, length: request.length }));
  };
  next(0);
});

async function post(type, body, headers) {
  const request = http.request({ port: server.address().port, method: 'POST', headers: { 'Content-Type': type, ...headers } });
  request.end(body);
  const [response] = await once(request, 'response');
  return [response.statusCode, await readJson(response)];
}

async function main() {
  server.listen(0);
  await once(server, 'listening');
  const order = { id: 7, note: 'größer', items: ['tea'] };
  const text = JSON.stringify(order);
  assert.deepStrictEqual(await post('application/json', text), [200, { body: order, length: Buffer.byteLength(text) }]);
  assert.deepStrictEqual(await post('application/vnd.cafe+json; charset=utf-8', text), [200, { body: order, length: Buffer.byteLength(text) }]);
  assert.deepStrictEqual(await post('application/json', zlib.gzipSync(text), { 'Content-Encoding': 'gzip' }),
    [200, { body: order, length: Buffer.byteLength(text) }]);
  assert.deepStrictEqual((await post('application/json', zlib.brotliCompressSync(text), { 'Content-Encoding': 'br' }))[1].body, order);
  assert.deepStrictEqual((await post('application/json; charset=utf-16le', Buffer.from(text, 'utf16le')))[1].body, order);
  assert.deepStrictEqual((await post('application/x-www-form-urlencoded', 'a[b][]=1&a[b][]=2&c=%C3%A9+x'))[1].body, { a: { b: ['1', '2'] }, c: 'é x' });
  assert.deepStrictEqual((await post('text/plain; charset=iso-8859-1', Buffer.from('caf\xe9', 'latin1')))[1].body, 'café');
  assert.deepStrictEqual((await post('application/octet-stream', Buffer.from([0, 255])))[1].body, { bytes: '00ff' });

  assert.deepStrictEqual(await post('application/json', '{"a":'), [400, { type: 'entity.parse.failed', message: 'Unexpected end of JSON input' }]);
  assert.deepStrictEqual(await post('application/json', JSON.stringify('x'.repeat(20_000))), [413, { type: 'entity.too.large', message: 'request entity too large' }]);
  assert.deepStrictEqual(await post('application/json', 'zz', { 'Content-Encoding': 'zz' }),
    [415, { type: 'encoding.unsupported', message: 'unsupported content encoding "zz"' }]);
  assert.strictEqual((await post('application/json', 'not gzip', { 'Content-Encoding': 'gzip' }))[0], 400);
  server.close();
}

main();
