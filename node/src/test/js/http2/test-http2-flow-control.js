'use strict';

// A reader that does not read holds its writer back at the window, and the session's other streams go on.
const assert = require('node:assert');
const http2 = require('node:http2');
const { mustCall } = require('../common');

const WINDOW = 65535;
const TOTAL = 1_000_000;

const server = http2.createServer();
server.on('stream', mustCall((stream, headers) => {
  stream.respond();
  if (headers[':path'] === '/small') {
    stream.end('small');
    return;
  }
  stream.write(Buffer.alloc(TOTAL, 'x'));
  stream.end();
}, 2));

server.listen(0, mustCall(() => {
  const client = http2.connect(`http://localhost:${server.address().port}`);
  const big = client.request();
  big.on('response', mustCall(() => {
    const small = client.request({ ':path': '/small' });
    let text = '';
    small.on('data', (bytes) => text += bytes);
    small.on('end', mustCall(() => {
      assert.strictEqual(text, 'small');
      // Nothing has been read: no more has come than is kept before reading stops, and a window.
      assert.ok(big.readableLength <= 2 * WINDOW, `${big.readableLength}`);
      let length = 0;
      big.on('data', (bytes) => length += bytes.length);
      big.on('end', mustCall(() => assert.strictEqual(length, TOTAL)));
      big.on('close', mustCall(() => {
        client.close();
        server.close();
      }));
    }));
  }));
}));
