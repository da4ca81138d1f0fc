'use strict';

// A length that was removed is not said by itself; one that is set again is. A name is sent as it was given first.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');
const { exchange, undated } = require('./wire');

const answers = {
  '/again'(res) {
    res.setHeader('Content-Length', 1);
    res.removeHeader('Content-Length');
    res.setHeader('content-length', 5);
    res.end('Hello');
    assert.strictEqual(res._header.includes('content-length: 5\r\n'), true);
  },
  '/gone'(res) {
    res.removeHeader('Content-Length');
    res.end('Hello');
  },
  '/appended'(res) {
    res.setHeader('X-Cup', 'small');
    res.appendHeader('x-cup', ['large', 'paper']);
    assert.deepStrictEqual(res.getHeader('x-CUP'), ['small', 'large', 'paper']);
    assert.deepStrictEqual(res.getHeaderNames(), ['x-cup']);
    assert.deepStrictEqual(res.getRawHeaderNames(), ['X-Cup']);
    assert.deepStrictEqual(res.getHeaders(), { '__proto__': null, 'x-cup': ['small', 'large', 'paper'] });
    res.end('Hello');
  },
};

const kept = 'Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n';
const expected = `HTTP/1.1 200 OK\r\ncontent-length: 5\r\n${kept}\r\nHello` +
  `HTTP/1.1 200 OK\r\n${kept}Transfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n0\r\n\r\n` +
  'HTTP/1.1 200 OK\r\nX-Cup: small\r\nX-Cup: large\r\nX-Cup: paper\r\nConnection: close\r\nContent-Length: 5\r\n\r\nHello';

const paths = Object.keys(answers);
const server = http.createServer(mustCall((req, res) => answers[req.url](res), paths.length));
server.listen(0, '127.0.0.1', mustCall(() => {
  const questions = paths.map((path, n) => `GET ${path} HTTP/1.1\r\nHost: a\r\n${n === paths.length - 1 ? 'Connection: close\r\n' : ''}\r\n`);
  exchange(server.address().port, [questions.join('')], mustCall((answer) => {
    assert.strictEqual(undated(answer), expected);
    server.close();
  }));
}));
