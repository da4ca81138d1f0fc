'use strict';

// BlockList: addresses, ranges and subnets of both families; IPv4-mapped addresses count as IPv4.

const assert = require('assert');
const net = require('net');

const list = new net.BlockList();
list.addAddress('1.1.1.1');
list.addRange('10.0.0.1', '10.0.0.10');
list.addSubnet('8592:757c:efae:4e45::', 64, 'ipv6');

for (const address of ['1.1.1.1', '10.0.0.1', '10.0.0.10']) assert.strictEqual(list.check(address), true, address);
for (const address of ['1.1.1.2', '10.0.0.0', '10.0.0.11', 'nonsense']) assert.strictEqual(list.check(address), false, address);
assert.strictEqual(list.check('::ffff:1.1.1.1', 'ipv6'), true);
assert.strictEqual(list.check('8592:757c:efae:4e45:f::1', 'ipv6'), true);
assert.strictEqual(list.check('8592:757c:efae:4e46::1', 'ipv6'), false);
assert.deepStrictEqual(list.rules, [
  'Subnet: IPv6 8592:757c:efae:4e45::/64',
  'Range: IPv4 10.0.0.1-10.0.0.10',
  'Address: IPv4 1.1.1.1',
]);
assert.throws(() => list.addRange('10.0.0.2', '10.0.0.1'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => list.addSubnet('1.1.1.1', 33), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => list.addAddress('1.1.1.1', 'ipv6'), { code: 'ERR_INVALID_ADDRESS' });
