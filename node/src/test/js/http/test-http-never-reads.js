'use strict';

// Clients that never read stop the source of their answer, and the server from reading more of their requests; others are served.
const assert = require('assert');
const http = require('http');
const net = require('net');
const { Readable } = require('stream');
const { mustCall } = require('../common');

const CHUNK = Buffer.alloc(64 * 1024);
const MOST = 64 * 1024 * 1024;
const PIPELINED = 20_000;
const ROUNDS = 10;

let produced = 0;
let answered = 0;
const server = http.createServer((req, res) => {
  if (req.url === '/endless') {
    const source = new Readable({
      read() {
        produced += CHUNK.length;
        assert.ok(produced < MOST, 'the source was not stopped');
        this.push(CHUNK);
      },
    });
    source.pipe(res);
    res.on('close', mustCall(() => source.destroy()));
  } else if (req.url === '/piece') {
    answered++;
    res.end(CHUNK);
  } else {
    res.end('served');
  }
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  const deaf = ['GET /endless HTTP/1.1\r\nHost: a\r\n\r\n', 'GET /piece HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(PIPELINED)].map((text) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.pause();
    socket.write(text);
    return socket;
  });
  let before;
  const ask = (rounds) => http.get({ port, host: '127.0.0.1', agent: false }, mustCall((res) => {
    res.resume();
    res.on('end', mustCall(() => {
      // As long as something moves there is something to wait for.
      const now = `${produced} ${answered}`;
      if (now !== before || produced === 0 || answered === 0) rounds = ROUNDS;
      before = now;
      if (rounds > 0) {
        ask(rounds - 1);
        return;
      }
      assert.ok(answered < PIPELINED / 2, `${answered} answers to somebody who reads none`);
      for (const socket of deaf) socket.destroy();
      server.close();
    }));
  }));
  ask(ROUNDS);
}));
