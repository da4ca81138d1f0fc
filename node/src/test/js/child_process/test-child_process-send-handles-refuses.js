// Needs: a process
'use strict';

// What is no socket or server can't be sent; a socket that is sent twice arrives once; a server counts its connections elsewhere.

const { errorLike, mustCall, mustSucceed } = require('../common');
const assert = require('assert');
const { fork } = require('child_process');
const net = require('net');

if (process.argv[2] === 'child') {
  let socket;
  process.on('message', (message, handle) => {
    if (message === 'close') {
      socket.on('close', () => process.send('closed', () => process.disconnect()));
      socket.destroy();
    } else {
      socket ??= handle;
      process.send([message, handle === undefined]);
    }
  });
} else {
  const child = fork(__filename, ['child']);
  for (const value of [{}, 5, 'socket', () => {}]) {
    if (typeof value === 'function') continue;   // a callback
    assert.throws(() => child.send('message', value), errorLike({ code: 'ERR_INVALID_HANDLE_TYPE', name: 'TypeError' }));
  }
  assert.throws(() => child.send('message', undefined, 5), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));

  const server = net.createServer(mustCall((socket) => {
    child.send('first', socket);
    child.send('second', socket);
  }));
  server.listen(0, '127.0.0.1', () => net.connect(server.address().port, '127.0.0.1').on('close', mustCall()).resume());

  const answers = [];
  child.on('message', (answer) => {
    answers.push(answer);
    if (answers.length === 2) {
      server.getConnections(mustSucceed((count) => {
        assert.strictEqual(count, 1);
        child.send('close');
        server.close(mustCall());
      }));
    }
  });
  child.on('exit', mustCall((code) => {
    assert.strictEqual(code, 0);
    assert.deepStrictEqual(answers, [['first', false], ['second', true], 'closed']);
  }));
}
