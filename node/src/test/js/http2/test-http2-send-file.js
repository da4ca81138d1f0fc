'use strict';

// Files are sent whole, or a range of them, with what a check of their state adds; what can't be sent is told.
const assert = require('node:assert');
const fs = require('node:fs');
const http2 = require('node:http2');
const { mustCall, mustNotCall } = require('../common');

const whole = fs.readFileSync(__filename);

const server = http2.createServer();
server.on('stream', mustCall((stream, headers) => {
  switch (headers[':path']) {
    case '/whole':
      stream.respondWithFile(__filename, { 'content-type': 'text/plain' }, {
        statCheck: mustCall((stat, fields) => { fields['x-size'] = stat.size; }),
      });
      break;
    case '/range':
      stream.respondWithFile(__filename, {}, { offset: 5, length: 10 });
      break;
    case '/descriptor': {
      const fd = fs.openSync(__filename);
      stream.respondWithFD(fd, {}, { offset: 3 });
      stream.on('close', () => fs.closeSync(fd));
      break;
    }
    case '/missing':
      stream.respondWithFile('/no/such/file', {}, {
        onError: mustCall((error) => {
          assert.strictEqual(error.code, 'ENOENT');
          stream.respond({ ':status': 404 }, { endStream: true });
        }),
      });
      break;
    default:
      stream.respondWithFile(__dirname, {}, {
        onError: mustCall((error) => {
          assert.strictEqual(error.code, 'ERR_HTTP2_SEND_FILE');
          stream.respond({ ':status': 403 }, { endStream: true });
        }),
        statCheck: mustNotCall(),
      });
  }
}, 5));

const expected = {
  '/whole': [200, whole], '/range': [200, whole.subarray(5, 15)], '/descriptor': [200, whole.subarray(3)],
  '/missing': [404, Buffer.alloc(0)], '/directory': [403, Buffer.alloc(0)],
};

server.listen(0, mustCall(() => {
  const client = http2.connect(`http://localhost:${server.address().port}`);
  let left = 5;
  for (const [path, [status, bytes]] of Object.entries(expected)) {
    const req = client.request({ ':path': path });
    const parts = [];
    req.on('response', mustCall((headers) => {
      assert.strictEqual(headers[':status'], status);
      if (path === '/whole') assert.strictEqual(headers['x-size'], String(whole.length));
    }));
    req.on('data', (part) => parts.push(part));
    req.on('close', mustCall(() => {
      assert.ok(Buffer.concat(parts).equals(bytes), path);
      if (--left > 0) return;
      client.close();
      server.close();
    }));
  }
}));
