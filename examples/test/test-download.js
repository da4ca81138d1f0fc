'use strict';

// A download flows as the client takes it: while the client takes nothing the server reads no further; all of it arrives in the end.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const { pipeline } = require('node:stream/promises');
const zlib = require('node:zlib');
const { start, ask } = require('./support/start');

const SIZE = 24 << 20;
const MOST_UNDER_WAY = 16 << 20;   // what the sockets' buffers and the streams' may hold

async function stats(address) {
  return JSON.parse((await ask(`${address}/stats`)).body);
}

/** Waits until the server has not read on for fifty questions. */
async function readSoFar(address) {
  let { bytesRead } = await stats(address);
  for (let same = 0; same < 50; same++) {
    const now = (await stats(address)).bytesRead;
    if (now !== bytesRead) same = 0;
    bytesRead = now;
  }
  return bytesRead;
}

async function main(folder) {
  const block = crypto.randomBytes(1 << 20);   // does not compress: gzip looks back 32 KB
  const sum = crypto.createHash('sha256');
  const file = fs.createWriteStream(path.join(folder, 'large.bin'));
  for (let written = 0; written < SIZE; written += block.length) {
    sum.update(block);
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');

  const { address, stop } = await start('download.js', { FILES: folder });
  const [response] = await once(http.get(`${address}/download/large.bin`), 'response');   // paused until it is read
  assert.strictEqual(response.headers['content-encoding'], 'gzip');
  const early = await readSoFar(address);
  assert.ok(early > 0 && early < MOST_UNDER_WAY, `read ${early} bytes for a client that takes none`);

  const received = crypto.createHash('sha256');
  await pipeline(response, zlib.createGunzip(), received);
  assert.strictEqual(received.digest('hex'), sum.digest('hex'));
  assert.strictEqual((await stats(address)).bytesRead, SIZE);

  // A client that leaves early stops the reading
  const request = http.get(`${address}/download/large.bin`);
  await once(request, 'response');
  request.destroy();
  assert.ok(await readSoFar(address) < SIZE + MOST_UNDER_WAY);
  assert.strictEqual((await ask(`${address}/download/missing.bin`)).status, 404);
  assert.strictEqual((await ask(`${address}/download/..%2F..%2Fetc%2Fpasswd`)).status, 404);
  await stop();
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'download-'));
main(folder).finally(() => fs.rmSync(folder, { recursive: true }));
