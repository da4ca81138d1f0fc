'use strict';

// The bytes of an answer: a fixed length for one end(), chunks for several writes, none for what has no body.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');
const { exchange, undated } = require('./wire');

const bodies = {
  '/end': (res) => res.end('Hello'),
  '/utf8': (res) => res.end('grüße'),
  '/latin1': (res) => res.end('gr\xfc\xdfe', 'latin1'),
  '/bytes': (res) => res.end(Buffer.from('abc')),
  '/empty': (res) => res.end(),
  '/chunks': (res) => {
    res.write('one');
    res.end('two');
  },
  '/fields': (res) => {
    res.setHeader('X-One', 1);
    res.setHeader('Set-Cookie', ['a=1', 'b=2']);
    res.writeHead(201, 'Made', { 'X-Two': '2' });
    res.end('x');
  },
  '/304': (res) => {
    res.statusCode = 304;
    res.end();
  },
};

const expected = {
  '/end': 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nHello',
  '/utf8': 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 7\r\n\r\ngr\xc3\xbc\xc3\x9fe',
  '/latin1': 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\ngr\xfc\xdfe',
  '/bytes': 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc',
  '/empty': 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
  '/chunks': 'HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n',
  '/fields': 'HTTP/1.1 201 Made\r\nX-One: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Two: 2\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n' +
    '1\r\nx\r\n0\r\n\r\n',
  '/304': 'HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n',
};

const paths = Object.keys(bodies);
const server = http.createServer(mustCall((req, res) => bodies[req.url](res), paths.length));
server.listen(0, '127.0.0.1', mustCall(() => {
  let left = paths.length;
  for (const path of paths) {
    exchange(server.address().port, [`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`], mustCall((answer) => {
      assert.strictEqual(undated(answer), expected[path]);
      if (--left === 0) server.close();
    }));
  }
}));
