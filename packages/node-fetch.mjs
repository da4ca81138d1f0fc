// node-fetch: JSON, redirects, forms and blobs, streams with an end too early, compressed bodies, aborting.

import assert from 'node:assert';
import { once } from 'node:events';
import http from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import zlib from 'node:zlib';
import fetch, { AbortError, Blob, FetchError, FormData, Headers, Request, Response } from 'node-fetch';

const server = http.createServer(async (request, response) => {
  switch (request.url) {
    case '/echo': return response.end(JSON.stringify({ method: request.method, type: request.headers['content-type'], body: await text(request) }));
    case '/gzip': return response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(zlib.gzipSync('small'));
    case '/deflate': return response.writeHead(200, { 'Content-Encoding': 'deflate' }).end(zlib.deflateRawSync('raw'));
    case '/br': return response.writeHead(200, { 'Content-Encoding': 'br' }).end(zlib.brotliCompressSync('brotli'));
    case '/away': return response.writeHead(301, { Location: 'echo', 'Set-Cookie': ['a=1', 'b=2'] }).end();
    case '/cut': return response.writeHead(200, { 'Transfer-Encoding': 'chunked' }).write('part', () => response.destroy());
    case '/slow': return response.write('begun');
    default: return response.writeHead(404, 'Nothing Here').end();
  }
});
server.listen(0);
await once(server, 'listening');
const address = `http://localhost:${server.address().port}`;

const posted = await fetch(`${address}/echo`, { method: 'POST', body: JSON.stringify({ item: 'tea' }), headers: new Headers({ 'Content-Type': 'application/json' }) });
assert.deepStrictEqual([posted.ok, posted.status, await posted.json()], [true, 200, { method: 'POST', type: 'application/json', body: '{"item":"tea"}' }]);
assert.strictEqual((await (await fetch(`${address}/echo`, { method: 'PUT', body: new URLSearchParams({ a: 'b c' }) })).json()).body, 'a=b+c');
const form = new FormData();
form.set('name', 'ada');
form.set('photo', new Blob(['png'], { type: 'image/png' }), 'cake.png');
assert.match((await (await fetch(`${address}/echo`, { method: 'POST', body: form })).json()).body, /name="photo"; filename="cake.png"\r\nContent-Type: image\/png\r\n\r\npng/);
assert.strictEqual((await (await fetch(new Request(`${address}/echo`, { method: 'POST', body: Readable.from(['one ', 'two']) }))).json()).body, 'one two');
for (const [path, expected] of [['/gzip', 'small'], ['/deflate', 'raw'], ['/br', 'brotli']]) assert.strictEqual(await (await fetch(address + path)).text(), expected);

const moved = await fetch(`${address}/away`);
assert.deepStrictEqual([moved.redirected, moved.url], [true, `${address}/echo`]);
const manual = await fetch(`${address}/away`, { redirect: 'manual' });
assert.deepStrictEqual([manual.status, manual.headers.raw()['set-cookie']], [301, ['a=1', 'b=2']]);
const missing = await fetch(`${address}/missing`);
assert.deepStrictEqual([missing.ok, missing.statusText], [false, 'Nothing Here']);
const two = new Response('twice');
assert.deepStrictEqual([await two.clone().text(), Buffer.from(await two.arrayBuffer()).toString()], ['twice', 'twice']);

await assert.rejects((await fetch(`${address}/cut`)).text(), { message: /: Premature close$/ });
await assert.rejects(fetch('http://localhost:1'), (error) => error instanceof FetchError && error.code === 'ECONNREFUSED');
const controller = new AbortController();
const slow = await fetch(`${address}/slow`, { signal: controller.signal });
setImmediate(() => controller.abort());
await assert.rejects(slow.text(), (error) => error instanceof AbortError);
server.closeAllConnections();
server.close();
