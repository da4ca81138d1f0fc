// Needs: a process
'use strict';

// Sockets, servers and UDP sockets are sent to a child with a message each, and arrive in the order of the messages.

const { mustCall, mustSucceed } = require('../common');
const assert = require('assert');
const dgram = require('dgram');
const { fork } = require('child_process');
const net = require('net');

if (process.argv[2] === 'child') {
  const seen = [];
  process.on('message', (message, handle) => {
    seen.push([message, handle?.constructor.name]);
    if (handle instanceof net.Socket) {
      handle.end('the child');
    } else if (handle instanceof net.Server) {
      handle.on('connection', (socket) => socket.end('the child\'s server'));
      process.on('message', (later) => {
        if (later === 'end') handle.close();
      });
    } else if (handle instanceof dgram.Socket) {
      handle.on('message', (bytes, { port, address }) => handle.send(bytes, port, address, () => handle.close()));
    }
    if (message === 'last') process.send(seen);
    if (message === 'end') process.disconnect();
  });
} else {
  const child = fork(__filename, ['child']);
  child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
  const server = net.createServer(mustCall((socket) => sendAll(socket)));
  server.listen(0, '127.0.0.1', () => {
    read(server.address().port, mustCall((text) => assert.strictEqual(text, 'the child')));
  });

  function read(port, callback) {
    let text = '';
    net.connect(port, '127.0.0.1').setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => callback(text));
  }

  function sendAll(socket) {
    const udp = dgram.createSocket('udp4');
    udp.bind(0, '127.0.0.1', () => {
      const { port } = udp.address();
      child.send('first');
      child.send('socket', socket, mustSucceed());
      child.send('between');
      child.send('server', server);
      child.send('udp', udp);
      child.send('last');
      child.once('message', mustCall((seen) => {
        assert.deepStrictEqual(seen, [
          ['first', null], ['socket', 'Socket'], ['between', null], ['server', 'Server'], ['udp', 'Socket'], ['last', null],
        ]);
        assert.strictEqual(socket._handle, null);
        udp.close();
        server.close(mustCall());
        askChild(port);
      }));
    });
  }

  /** Both sockets are the child's alone now. */
  function askChild(udpPort) {
    const tcpPort = child.tcpPort;
    const client = dgram.createSocket('udp4').bind(0, '127.0.0.1');
    client.send('ping', udpPort, '127.0.0.1');
    client.once('message', mustCall((bytes) => {
      assert.strictEqual(String(bytes), 'ping');
      client.close();
      read(tcpPort, mustCall((text) => {
        assert.strictEqual(text, 'the child\'s server');
        child.send('end');
      }));
    }));
  }

  server.on('listening', () => { child.tcpPort = server.address().port; });
}
