'use strict';

// Joining and leaving groups; what is not a group is refused.

const assert = require('assert');
const dgram = require('dgram');
const { mustCall } = require('../common');

const socket = dgram.createSocket({ type: 'udp4', reuseAddr: true });
socket.bind(0, mustCall(() => {
  assert.strictEqual(socket.setMulticastTTL(16), 16);
  assert.strictEqual(socket.setTTL(64), 64);
  assert.strictEqual(socket.setMulticastLoopback(true), true);
  socket.setBroadcast(true);
  socket.addMembership('224.0.0.114', '127.0.0.1');
  assert.throws(() => socket.addMembership('224.0.0.114', '127.0.0.1'), { code: 'EADDRINUSE', syscall: 'addMembership' });
  socket.dropMembership('224.0.0.114', '127.0.0.1');
  assert.throws(() => socket.addMembership('256.256.256.256'), { code: 'EINVAL', syscall: 'addMembership' });
  assert.throws(() => socket.addMembership(), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => socket.setTTL(0), { code: 'EINVAL', syscall: 'setTTL' });
  socket.close();
}));
