'use strict';

// Answers leave in the order of their requests, whichever is ready first.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');
const { exchange } = require('./wire');

let first;
const server = http.createServer(mustCall((req, res) => {
  if (req.url === '/1') {
    first = res;
  } else {
    res.end(req.url);
    assert.strictEqual(res.writableFinished, false);
    setImmediate(() => first.end('/1'));
  }
}, 2));
server.listen(0, '127.0.0.1', mustCall(() => {
  const text = 'GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
  exchange(server.address().port, [text], mustCall((answer) => {
    assert.ok(answer.indexOf('\r\n\r\n/1') > 0);
    assert.ok(answer.indexOf('\r\n\r\n/2') > answer.indexOf('\r\n\r\n/1'));
    server.close();
  }));
}));
