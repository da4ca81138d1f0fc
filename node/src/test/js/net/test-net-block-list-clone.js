'use strict';

// A cloned BlockList has the rules of the first, also those that either gets later; a SocketAddress is copied.

const { mustCall } = require('../common');
const assert = require('assert');
const { BlockList, SocketAddress } = require('net');

const list = new BlockList();
list.addSubnet('10.0.0.0', 8);
const { port1, port2 } = new MessageChannel();
port1.on('message', mustCall(({ rules, address }) => {
  assert.ok(BlockList.isBlockList(rules));
  assert.ok(rules.check('10.1.2.3'));
  rules.addAddress('::1', 'ipv6');
  assert.ok(list.check('::1', 'ipv6'));
  list.addRange('1.0.0.1', '1.0.0.9');
  assert.ok(rules.check('1.0.0.5'));
  assert.deepStrictEqual(rules.rules, list.rules);
  assert.deepStrictEqual(address.toJSON(), { address: '127.0.0.1', port: 80, family: 'ipv4', flowlabel: 0 });
  assert.ok(address instanceof SocketAddress);
  port1.close();
}));
port2.postMessage({ rules: list, address: new SocketAddress({ port: 80 }) });
