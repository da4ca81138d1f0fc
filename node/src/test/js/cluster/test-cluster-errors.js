// Needs: a process
'use strict';

// A port that somebody else has is an error in the worker; a worker's own servers of one address are told apart; paths are shared too.

const { mustCall } = require('../common');
const assert = require('assert');
const cluster = require('cluster');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');

if (cluster.isWorker) {
  const taken = net.createServer().on('error', mustCall((error) => {
    assert.deepStrictEqual([error.code, error.syscall, error.port], ['EADDRINUSE', 'bind', Number(process.env.TAKEN)]);
    const exclusive = net.createServer().on('error', mustCall((again) => {
      assert.deepStrictEqual([again.code, again.syscall], ['EADDRINUSE', 'listen']);
      const [first, second] = [net.createServer(), net.createServer()];
      first.listen(0, '127.0.0.1', () => second.listen(0, '127.0.0.1', () => {
        assert.notStrictEqual(first.address().port, second.address().port);
        const local = net.createServer((socket) => socket.end(local.address()));
        local.listen(process.env.SOCKET_PATH);
      }));
    }));
    exclusive.listen({ port: error.port, host: '127.0.0.1', exclusive: true });
  }));
  taken.listen(process.env.TAKEN, '127.0.0.1');
} else {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cluster-'));
  const file = path.join(directory, 'socket');
  const server = net.createServer();
  server.listen(0, '127.0.0.1', () => {
    const worker = cluster.fork({ TAKEN: server.address().port, SOCKET_PATH: file });
    const listening = [];
    worker.on('listening', (info) => {
      listening.push(info.addressType);
      if (info.addressType !== -1) return;
      assert.deepStrictEqual([info.address, info.port], [file, -1]);
      net.connect(file).on('data', mustCall((text) => assert.strictEqual(String(text), file))).on('close', () => {
        worker.disconnect();
        assert.strictEqual(worker.exitedAfterDisconnect, true);
      });
    });
    worker.on('exit', mustCall((code) => {
      assert.strictEqual(code, 0);
      assert.deepStrictEqual(listening, [4, 4, -1]);
      server.close();
      fs.rmSync(directory, { recursive: true });
    }));
  });
}
