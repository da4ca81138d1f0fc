'use strict';

// Sizes of the system's buffers.

const assert = require('assert');
const dgram = require('dgram');
const { mustCall } = require('../common');

const socket = dgram.createSocket({ type: 'udp4', recvBufferSize: 10000, sendBufferSize: 15000 });
assert.throws(() => socket.getSendBufferSize(), { code: 'ERR_SOCKET_BUFFER_SIZE', syscall: 'uv_send_buffer_size' });
socket.bind(0, mustCall(() => {
  // Linux gives twice what is asked for.
  assert.ok([10000, 20000].includes(socket.getRecvBufferSize()));
  assert.ok([15000, 30000].includes(socket.getSendBufferSize()));
  assert.throws(() => socket.setRecvBufferSize(-1), { code: 'ERR_SOCKET_BAD_BUFFER_SIZE' });
  assert.strictEqual(socket.getSendQueueSize(), 0);
  socket.close();
}));
