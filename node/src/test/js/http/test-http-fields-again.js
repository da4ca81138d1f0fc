'use strict';

// The same fields look the same however often they come, and names of another order, case or number are told apart.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');
const { exchange } = require('./wire');

const plain = 'Host: a\r\nAccept: */*\r\nX-Cup: small\r\n';
const heads = [
  [plain, { 'host': 'a', 'accept': '*/*', 'x-cup': 'small' }],
  [plain, { 'host': 'a', 'accept': '*/*', 'x-cup': 'small' }],
  ['Host: b\r\nAccept: text/html\r\nX-Cup: l\xe4rge\r\n', { 'host': 'b', 'accept': 'text/html', 'x-cup': 'l\xe4rge' }],
  ['Accept: */*\r\nHost: a\r\nX-Cup: small\r\n', { 'accept': '*/*', 'host': 'a', 'x-cup': 'small' }],
  ['host: a\r\naccept: */*\r\nx-cup:\r\n', { 'host': 'a', 'accept': '*/*', 'x-cup': '' }],
  ['Host: a\r\nAccept: */*\r\n', { host: 'a', accept: '*/*' }],
  ['Host: a\r\nSet-Cookie: a=1\r\n', { 'host': 'a', 'set-cookie': ['a=1'] }],
  ['Host: a\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n', { 'host': 'a', 'set-cookie': ['a=1', 'b=2'] }],
  ['Host: a\r\nX-Cup: small\r\nX-Cup: large\r\n', { 'host': 'a', 'x-cup': 'small, large' }],
  ['Host: a\r\n7: seven\r\n__proto__: x\r\nconstructor: y\r\n', { 7: 'seven', host: 'a', constructor: 'y' }],
];

const ROUNDS = 3;
let n = 0;
const server = http.createServer(mustCall((req, res) => {
  const [text, expected] = heads[n++ % heads.length];
  assert.deepStrictEqual(Object.entries(req.headers), Object.entries(expected));
  assert.deepStrictEqual(req.rawHeaders, text.split('\r\n').slice(0, -1).flatMap((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  req.headers.added = true;   // must not turn up in the next
  res.end();
}, ROUNDS * heads.length));
server.listen(0, '127.0.0.1', mustCall(() => {
  const questions = Array.from({ length: ROUNDS }, () => heads.map(([text]) => `GET / HTTP/1.1\r\n${text}\r\n`).join('')).join('');
  const socket = exchange(server.address().port, [questions], mustCall(() => server.close()));
  socket.on('data', () => {
    if (n === ROUNDS * heads.length) socket.end();
  });
}));
