'use strict';
// The family of the interface's address says which protocol is meant, not the socket's.
const { mustCall } = require('../common');
const assert = require('assert');
const dgram = require('dgram');

const v4 = dgram.createSocket('udp4');
v4.bind(0, mustCall(() => {
  v4.setMulticastInterface('0.0.0.0');
  assert.throws(() => v4.setMulticastInterface('::'), { code: /^(EINVAL|ENOPROTOOPT)$/, syscall: 'setMulticastInterface' });
  assert.throws(() => v4.setMulticastInterface('no address'), { code: 'EINVAL' });
  v4.close();
}));

const v6 = dgram.createSocket('udp6');
v6.on('error', (error) => assert.strictEqual(error.code, 'EAFNOSUPPORT'));
v6.bind(0, () => {
  v6.setMulticastInterface('::%lo');
  if (process.platform === 'linux') v6.setMulticastInterface('127.0.0.1');
  v6.close();
});
