'use strict';

// A client that ends its side after its request gets an answer that is ready at once, and with httpAllowHalfOpen also a later one.
const assert = require('assert');
const http = require('http');
const net = require('net');
const { mustCall } = require('../common');

function ask(server, callback) {
  let answer = '';
  const socket = net.connect(server.address().port, '127.0.0.1', () => socket.end('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
  socket.setEncoding('latin1');
  socket.on('data', (text) => { answer += text; });
  socket.on('end', mustCall(() => callback(answer)));
}

const prompt = http.createServer(mustCall((req, res) => res.end('now')));
prompt.listen(0, '127.0.0.1', mustCall(() => {
  ask(prompt, (answer) => {
    assert.match(answer, /\r\n\r\nnow$/);
    prompt.close();
  });
}));

const late = http.createServer(mustCall((req, res) => {
  req.socket.on('end', mustCall(() => setImmediate(() => res.end('later'))));
}));
late.httpAllowHalfOpen = true;
late.listen(0, '127.0.0.1', mustCall(() => {
  ask(late, (answer) => {
    assert.match(answer, /\r\n\r\nlater$/);
    late.close();
  });
}));
