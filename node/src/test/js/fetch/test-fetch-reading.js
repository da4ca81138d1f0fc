'use strict';

// An answer's content as text, JSON, bytes, Blob and stream.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { serve } = require('./serve');

const TEXT = '{"größe":[1,2]}';

serve((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(TEXT);
}, async (address) => {
  assert.strictEqual(await (await fetch(address)).text(), TEXT);
  assert.deepStrictEqual(await (await fetch(address)).json(), { größe: [1, 2] });
  assert.deepStrictEqual(Buffer.from(await (await fetch(address)).arrayBuffer()).toString(), TEXT);
  assert.deepStrictEqual(Buffer.from(await (await fetch(address)).bytes()).toString(), TEXT);
  const blob = await (await fetch(address)).blob();
  assert.ok(blob instanceof Blob);
  assert.deepStrictEqual([blob.size, blob.type, await blob.text()], [Buffer.byteLength(TEXT), 'application/json', TEXT]);
  const response = await fetch(address);
  const copy = response.clone();
  const chunks = [];
  for await (const chunk of response.body) {
    assert.ok(chunk instanceof Uint8Array);
    chunks.push(chunk);
  }
  assert.strictEqual(Buffer.concat(chunks).toString(), TEXT);
  assert.strictEqual(await copy.text(), TEXT);
}).then(mustCall());
