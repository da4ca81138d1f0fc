'use strict';

// openAsBlob: bytes that stay in their file, and count only as long as the file is the same.

const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const { at } = require('./temporary');

const unreadable = { name: 'NotReadableError', message: 'The blob could not be read' };

async function main() {
  const file = at('blob');
  const content = Buffer.alloc(3 * 65536 + 5, 'abc');
  fs.writeFileSync(file, content);
  const blob = await fs.openAsBlob(file, { type: 'x/y' });
  assert.deepStrictEqual([blob.size, blob.type], [content.length, 'x/y']);
  assert.deepStrictEqual(Buffer.from(await blob.arrayBuffer()), content);
  assert.strictEqual(await blob.slice(65535, 65539).text(), content.toString('latin1', 65535, 65539));

  // It changes while it is read, after that it is not read at all.
  fs.writeFileSync(file, Buffer.alloc(16 << 20));
  const large = await fs.openAsBlob(file);
  const reading = large.arrayBuffer();
  setImmediate(() => fs.writeFileSync(file, 'short'));
  await assert.rejects(reading, unreadable);
  await assert.rejects(large.text(), unreadable);
}

main().then(mustCall());
