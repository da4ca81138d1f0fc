'use strict';

// After Upgrade and CONNECT the connection is the program's, with the bytes that came behind the head.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');

const server = http.createServer();
server.on('upgrade', mustCall((req, socket, head) => {
  assert.strictEqual(req.headers.upgrade, 'echo');
  assert.strictEqual(head.toString(), '');
  socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
  socket.pipe(socket);
}));
server.on('connect', mustCall((req, socket) => {
  assert.strictEqual(req.url, 'somewhere:80');
  socket.write('HTTP/1.1 200 Connected\r\n\r\nfirst');
  socket.pipe(socket);
}));

function echo(socket, done) {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (piece) => { text += piece; });
  socket.on('end', mustCall(() => done(text)));
  socket.end('echo');
}

server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  http.get({ port, host: '127.0.0.1', headers: { Connection: 'Upgrade', Upgrade: 'echo' } })
    .on('upgrade', mustCall((res, socket, head) => {
      assert.strictEqual(res.statusCode, 101);
      echo(socket, (text) => assert.strictEqual(head.toString() + text, 'echo'));
      http.request({ port, host: '127.0.0.1', method: 'CONNECT', path: 'somewhere:80' }).on('connect', mustCall((res, socket, head) => {
        assert.strictEqual(res.statusCode, 200);
        echo(socket, (text) => {
          assert.strictEqual(head.toString() + text, 'firstecho');
          server.close();
        });
      })).end();
    }));
}));
