'use strict';

const { mustCall } = require('../common');
const assert = require('assert');
const { Blob, File, resolveObjectURL } = require('buffer');

async function main() {
  const blob = new Blob(['hé', new Uint8Array([33]), new Blob(['llo'])], { type: 'Text/Plain' });
  assert.deepStrictEqual([blob.size, blob.type], [7, 'text/plain']);
  assert.strictEqual(await blob.text(), 'hé!llo');
  assert.strictEqual(await blob.slice(-3, -1, 'x/y').text(), 'll');
  assert.deepStrictEqual(await blob.slice(0, 2).bytes(), new Uint8Array([104, 0xc3]));
  assert.strictEqual((await blob.arrayBuffer()).byteLength, 7);
  assert.strictEqual(await new Blob(['a\r\nb\nc'], { endings: 'native' }).text(), 'a\nb\nc');

  // Its bytes are its own.
  const bytes = new Uint8Array([1]);
  const copy = new Blob([bytes]);
  bytes[0] = 2;
  assert.deepStrictEqual(await copy.bytes(), new Uint8Array([1]));

  let streamed = 0;
  for await (const chunk of blob.stream()) streamed += chunk.length;
  assert.strictEqual(streamed, 7);

  const url = URL.createObjectURL(blob);
  assert.match(url, /^blob:nodedata:[0-9a-f-]{36}$/);
  assert.strictEqual(await resolveObjectURL(url).text(), 'hé!llo');
  URL.revokeObjectURL(url);
  assert.strictEqual(resolveObjectURL(url), undefined);

  const file = structuredClone(new File(['x'], 'n.txt', { lastModified: 5 }));
  assert.ok(file instanceof File);
  assert.deepStrictEqual([file.name, file.lastModified, await file.text()], ['n.txt', 5, 'x']);
}

assert.throws(() => new Blob('text'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => new File(['x']), { code: 'ERR_MISSING_ARGS' });
main().then(mustCall());
