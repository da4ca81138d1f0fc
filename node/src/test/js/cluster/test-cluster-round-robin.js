// Needs: a process
'use strict';

// Workers listen on the port of the first of them, and get the primary's connections in turn; the events tell how they fare.

const { mustCall } = require('../common');
const assert = require('assert');
const cluster = require('cluster');
const net = require('net');

if (cluster.isWorker) {
  assert.strictEqual(process.env.NODE_UNIQUE_ID, undefined);
  assert.strictEqual(cluster.worker.process, process);
  const server = net.createServer((socket) => socket.end(String(cluster.worker.id)));
  server.listen(0, '127.0.0.1', () => process.send(server.address()));
} else {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  const events = [];
  const addresses = [];
  for (const name of ['fork', 'online', 'listening', 'disconnect', 'exit']) {
    cluster.on(name, mustCall((worker, ...rest) => {
      if (worker.id === 1) events.push(name);
      if (name === 'listening') assert.deepStrictEqual(Object.keys(rest[0]), ['addressType', 'address', 'port', 'fd']);
      if (name === 'exit') assert.deepStrictEqual(rest, [0, null]);
    }, 2));
  }
  cluster.on('message', mustCall((worker, address) => {
    addresses.push(address);
    if (addresses.length === 2) connect(address.port, []);
  }, 2));
  cluster.fork();
  cluster.fork();

  function connect(port, answers) {
    if (answers.length === 4) {
      assert.deepStrictEqual(addresses[0], addresses[1]);
      assert.deepStrictEqual(answers.toSorted(), ['1', '1', '2', '2']);
      cluster.disconnect(mustCall(() => assert.deepStrictEqual(cluster.workers, {})));
      return;
    }
    net.connect(port, '127.0.0.1').on('data', (id) => answers.push(String(id))).on('close', () => connect(port, answers));
  }

  process.on('exit', () => assert.deepStrictEqual(events, ['fork', 'online', 'listening', 'disconnect', 'exit']));
}
