'use strict';

// Bodies come through as they were sent: by length, in chunks, with trailers, byte for byte and in pieces.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');
const { exchange } = require('./wire');

const server = http.createServer(mustCall((req, res) => {
  let body = '';
  req.setEncoding('utf8');
  req.on('data', (text) => { body += text; });
  req.on('end', mustCall(() => {
    assert.strictEqual(req.complete, true);
    res.end(JSON.stringify({ body, trailers: req.trailers, raw: req.rawTrailers }));
  }));
}, 3));
server.listen(0, '127.0.0.1', mustCall(() => {
  const chunked = 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nX-End: yes\r\n\r\n';
  const cases = [
    [['POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 7\r\n\r\n', 'gr\xc3', '\xbc\xc3\x9fe'], 'grüße', {}],
    [[chunked], 'hello world', { 'x-end': 'yes' }],
    [[...chunked], 'hello world', { 'x-end': 'yes' }],
  ];
  let left = cases.length;
  for (const [pieces, body, trailers] of cases) {
    exchange(server.address().port, pieces, mustCall((answer) => {
      const told = JSON.parse(Buffer.from(answer.slice(answer.indexOf('\r\n\r\n') + 4), 'latin1').toString());
      assert.deepStrictEqual(told.body, body);
      assert.deepStrictEqual(told.trailers, trailers);
      if (--left === 0) server.close();
    }));
  }
}));
