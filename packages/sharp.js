'use strict';

// sharp, a native addon with a library of its own: images are made, read from Buffers and streams, changed on other threads, and written.

const assert = require('node:assert');
const sharp = require('sharp');

async function main() {
  const red = await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 255, g: 0, b: 0 } } }).png().toBuffer();
  const { width, height, format, channels } = await sharp(red).metadata();
  assert.deepStrictEqual([width, height, format, channels], [40, 30, 'png', 3]);

  const { data, info } = await sharp(Buffer.from(red)).resize(8, 8).raw().toBuffer({ resolveWithObject: true });
  assert.deepStrictEqual([info.width, info.height, data.length], [8, 8, 8 * 8 * 3]);
  for (let i = 0; i < data.length; i += 3) assert.deepStrictEqual([...data.subarray(i, i + 3)], [255, 0, 0]);

  // Pixels that JavaScript made
  const pixels = new Uint8Array(16 * 16 * 3).map((_, i) => (i % 3 === 1 ? 200 : 0));
  const encoded = await sharp(pixels, { raw: { width: 16, height: 16, channels: 3 } }).webp({ lossless: true }).toBuffer();
  const back = await sharp(encoded).raw().toBuffer();
  assert.ok(back.equals(pixels));

  const many = await Promise.all(Array.from({ length: 8 }, (_, i) => sharp(red).rotate(90).resize(i + 1).jpeg().toBuffer()));
  assert.deepStrictEqual(await Promise.all(many.map(async (image) => (await sharp(image).metadata()).width)), [1, 2, 3, 4, 5, 6, 7, 8]);

  const streamed = sharp().greyscale().png();
  streamed.end(red);
  const chunks = [];
  for await (const chunk of streamed) chunks.push(chunk);
  assert.strictEqual((await sharp(Buffer.concat(chunks)).stats()).isOpaque, true);

  await assert.rejects(sharp(Buffer.from('no image')).metadata(), /unsupported image format/);
}

main();
