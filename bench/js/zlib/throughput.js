'use strict';

/*
 * Compression: `node throughput.js [seconds] [case…]`, with any runtime. Prints MB of uncompressed data a second, after a warm-up, for
 *   file       a file of 100 MB through createReadStream, createGzip and a stream that counts
 *   gzip       8 MB through createGzip, in chunks of 64 KiB
 *   gunzip     the same back
 *   small      2 KiB by the callback form of gzip, 8 at a time
 *   sync       64 KiB by gzipSync
 *   brotli     8 MB through createBrotliCompress, quality 4
 *   zstd       8 MB through createZstdCompress
 */

const fs = require('fs');
const os = require('os');
const path = require('path');
const { Readable, Writable, pipeline } = require('stream');
const { promisify } = require('util');
const zlib = require('zlib');

const seconds = Number(process.argv[2] || 3);
const wanted = process.argv.slice(3);
const MB = 1e6;
const CHUNK = 64 * 1024;

const bytes = Buffer.alloc(8 * MB);
for (let at = 0, seed = 1; at < bytes.length;) {   // words, some more frequent than others
  seed = seed * 16807 % 2147483647;
  at += bytes.write(`word${(seed % 1000) ** 2 % 4001} `, at);
}

function sink() {
  return new Writable({ write(chunk, encoding, callback) { callback(); } });
}

function source(data) {
  let at = 0;
  return new Readable({
    read() {
      this.push(at < data.length ? data.subarray(at, at += CHUNK) : null);
    },
  });
}

const through = promisify((data, stream, callback) => pipeline(source(data), stream, sink(), callback));
const gzip = promisify(zlib.gzip);
const packed = zlib.gzipSync(bytes);
let file;

/** Each does its work once and returns how many MB that was. */
const cases = {
  async file() {
    await promisify(pipeline)(fs.createReadStream(file), zlib.createGzip(), sink());
    return 100;
  },
  async gzip() {
    await through(bytes, zlib.createGzip());
    return bytes.length / MB;
  },
  async gunzip() {
    await through(packed, zlib.createGunzip());
    return bytes.length / MB;
  },
  async small() {
    for (let i = 0; i < 25; i++) await Promise.all(Array.from({ length: 8 }, (_, j) => gzip(bytes.subarray(j * 2048, (j + 1) * 2048))));
    return 25 * 8 * 2048 / MB;
  },
  async sync() {
    for (let i = 0; i < 20; i++) zlib.gzipSync(bytes.subarray(i * CHUNK, (i + 1) * CHUNK));
    return 20 * CHUNK / MB;
  },
  async brotli() {
    await through(bytes, zlib.createBrotliCompress({ params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }));
    return bytes.length / MB;
  },
  async zstd() {
    await through(bytes, zlib.createZstdCompress());
    return bytes.length / MB;
  },
};

async function measure(run, time) {
  const start = performance.now();
  let done = 0;
  do done += await run(); while (performance.now() - start < time * 1000);
  return done / (performance.now() - start) * 1000;
}

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-zlib-'));
  file = path.join(folder, 'file');
  const fd = fs.openSync(file, 'w');
  for (let left = 100 * MB; left > 0; left -= bytes.length) fs.writeSync(fd, bytes, 0, Math.min(left, bytes.length));
  fs.closeSync(fd);
  try {
    for (const [name, run] of Object.entries(cases)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await measure(run, seconds / 2);
      console.log(`${name.padEnd(8)} ${(await measure(run, seconds)).toFixed(1)} MB/s`);
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
})();
