'use strict';
// Of a port to bind to the low sixteen bits count, as the system has no more.
const { mustCall } = require('../common');
const assert = require('assert');
const dgram = require('dgram');

const first = dgram.createSocket('udp4');
first.bind(0, '127.0.0.1', mustCall(() => {
  const { port } = first.address();
  first.close(mustCall(() => {
    const second = dgram.createSocket('udp4');
    second.bind(port + 0x10000, '127.0.0.1', mustCall(() => {
      assert.strictEqual(second.address().port, port);
      second.close();
    }));
  }));
}));
