'use strict';

// compileStreaming and instantiateStreaming take a Response, or a promise of one, of the right type.

const { mustCall } = require('../common');
const assert = require('assert');
const http = require('http');
const { env, whole } = require('./modules');

const TYPE = { headers: { 'Content-Type': 'application/wasm' } };

async function refusals() {
  for (const wrong of [undefined, null, 'text', {}, Promise.resolve(1)]) {
    await assert.rejects(WebAssembly.compileStreaming(wrong), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
  }
  const mine = new RangeError('mine');
  await assert.rejects(WebAssembly.compileStreaming(Promise.reject(mine)), (error) => error === mine);
  const refused = (response, message) => assert.rejects(WebAssembly.instantiateStreaming(response), { name: 'TypeError', code: 'ERR_WEBASSEMBLY_RESPONSE', message });
  await refused(new Response(whole), /unsupported MIME type/);
  await refused(new Response(whole, { headers: { 'Content-Type': 'application/wasm; charset=utf-8' } }), /unsupported MIME type/);
  await refused(new Response(whole, { ...TYPE, status: 404 }), /status code 404/);
  const used = new Response(whole, TYPE);
  await used.arrayBuffer();
  await refused(used, /already been used/);
  await assert.rejects(WebAssembly.compileStreaming(new Response('no module', TYPE)), WebAssembly.CompileError);
  await assert.rejects(WebAssembly.compileStreaming(new Response(null, TYPE)), WebAssembly.CompileError);
  await assert.rejects(WebAssembly.instantiateStreaming(new Response(whole, TYPE), {}), TypeError);
}

async function fetched() {
  const server = http.createServer((request, response) => response.writeHead(200, TYPE.headers).end(whole)).listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://localhost:${server.address().port}/`;
  const promise = WebAssembly.compileStreaming(fetch(url));
  assert.strictEqual(promise.constructor, Promise);
  assert.ok(await promise instanceof WebAssembly.Module);
  const { instance, module } = await WebAssembly.instantiateStreaming(await fetch(url), { env });
  assert.ok(module instanceof WebAssembly.Module);
  assert.strictEqual(instance.exports.call(1), 1002);
  server.closeAllConnections();
  server.close();
}

refusals().then(fetched).then(mustCall());
