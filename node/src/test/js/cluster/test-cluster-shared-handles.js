// Needs: a process
'use strict';

// Without scheduling the workers accept on the same socket themselves; UDP sockets are always shared so, unless they are exclusive.

const { mustCall } = require('../common');
const assert = require('assert');
const cluster = require('cluster');
const dgram = require('dgram');
const net = require('net');

if (cluster.isWorker) {
  const server = net.createServer((socket) => socket.end('worker'));
  server.listen(0, '127.0.0.1', () => {
    const shared = dgram.createSocket('udp4').bind(0, '127.0.0.1', () => {
      const own = dgram.createSocket('udp4').bind({ port: 0, address: '127.0.0.1', exclusive: true }, () => {
        process.send([server.address().port, shared.address().port, own.address().port]);
      });
    });
    shared.on('message', (bytes, { port, address }) => shared.send(bytes, port, address));
  });
} else {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  const ports = [];
  cluster.on('message', mustCall((worker, answer) => {
    ports.push(answer);
    if (ports.length === 2) ask(...answer);
  }, 2));
  cluster.fork();
  cluster.fork();

  function ask(tcp, udp) {
    assert.deepStrictEqual(ports[0].slice(0, 2), ports[1].slice(0, 2));
    assert.notStrictEqual(ports[0][2], ports[1][2]);
    net.connect(tcp, '127.0.0.1').on('data', mustCall((text) => assert.strictEqual(String(text), 'worker'))).on('close', () => {
      const client = dgram.createSocket('udp4');
      client.send('ping', udp, '127.0.0.1');
      client.on('message', mustCall((bytes) => {
        assert.strictEqual(String(bytes), 'ping');
        client.close();
        for (const worker of Object.values(cluster.workers)) worker.kill();
      }));
    });
  }

  cluster.on('exit', mustCall((worker, code, signal) => {
    assert.deepStrictEqual([worker.exitedAfterDisconnect, worker.isDead()], [false, true]);
  }, 2));
}
