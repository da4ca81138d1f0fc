'use strict';

// A stream that is given up tells the other side; a cancelation is no failure, any other code is.
const assert = require('node:assert');
const http2 = require('node:http2');
const { mustCall, mustNotCall } = require('../common');

const { NGHTTP2_CANCEL, NGHTTP2_REFUSED_STREAM } = http2.constants;

const server = http2.createServer();
server.on('stream', mustCall((stream, headers) => {
  stream.on('aborted', mustCall(() => assert.strictEqual(stream.aborted, true)));
  stream.on('close', mustCall(() => assert.strictEqual(stream.rstCode, Number(headers['x-code']))));
  if (headers['x-code'] === String(NGHTTP2_CANCEL)) {
    stream.on('error', mustNotCall());
  } else {
    stream.on('error', mustCall(({ code, message }) => {
      assert.strictEqual(code, 'ERR_HTTP2_STREAM_ERROR');
      assert.strictEqual(message, 'Stream closed with error code NGHTTP2_REFUSED_STREAM');
    }));
  }
  stream.respond();
  stream.write('begin');
}, 3));

server.listen(0, mustCall(() => {
  const client = http2.connect(`http://localhost:${server.address().port}`);
  let left = 3;
  const closed = mustCall(() => {
    if (--left > 0) return;
    client.close();
    server.close();
  }, 3);

  const canceled = client.request({ 'x-code': NGHTTP2_CANCEL });
  canceled.once('data', mustCall(() => canceled.close(NGHTTP2_CANCEL)));
  canceled.on('error', mustNotCall());
  canceled.on('close', closed);

  const refused = client.request({ 'x-code': NGHTTP2_REFUSED_STREAM });
  refused.once('data', mustCall(() => refused.close(NGHTTP2_REFUSED_STREAM)));
  refused.on('error', mustCall());
  refused.on('close', closed);

  const controller = new AbortController();
  const aborted = client.request({ 'x-code': NGHTTP2_CANCEL }, { signal: controller.signal });
  aborted.once('data', mustCall(() => controller.abort()));
  aborted.on('error', mustCall(({ name }) => assert.strictEqual(name, 'AbortError')));
  aborted.on('close', closed);
}));
