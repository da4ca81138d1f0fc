'use strict';

// A program may end while its streams are at work.

require('../common');
const zlib = require('node:zlib');

const noise = Buffer.from({ length: 1 << 21 }, (_, i) => Math.imul(i, 2654435761) >>> 24);
let written = 0;
for (let i = 0; i < 8; i++) {
  for (const create of ['createGzip', 'createBrotliCompress', 'createZstdCompress']) {
    const stream = zlib[create]();
    stream.on('data', () => {
      if (++written === 3) process.exit(0);
    });
    stream.write(noise);
  }
}
