'use strict';

// isIP and its kin, and SocketAddress with canonical texts.

const assert = require('assert');
const net = require('net');

const v4 = ['127.0.0.1', '0.0.0.0', '255.255.255.255'];
const v6 = ['::', '::1', '1::', '::1.2.3.4', '1:2:3:4:5:6:7:8', 'fe80::1%eth0', '::ffff:127.0.0.1', '1:2:3:4:5:6:1.2.3.4'];
const none = ['', 'x', '1', '1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.4.5', ':', ':::', '1::2::3', '1:2:3:4:5:6:7', '12345::', '::1%', 'localhost'];

for (const text of v4) assert.deepStrictEqual([net.isIP(text), net.isIPv4(text), net.isIPv6(text)], [4, true, false], text);
for (const text of v6) assert.deepStrictEqual([net.isIP(text), net.isIPv4(text), net.isIPv6(text)], [6, false, true], text);
for (const text of none) assert.strictEqual(net.isIP(text), 0, text);

const canonical = {
  '0:0:0:0:0:0:0:1': '::1', '2001:DB8::0:1': '2001:db8::1', '1:0:0:2:0:0:0:3': '1:0:0:2::3', '::ffff:1.2.3.4': '::ffff:1.2.3.4',
  '1:0:2:3:4:5:6:7': '1:0:2:3:4:5:6:7',
};
for (const [text, expected] of Object.entries(canonical)) {
  assert.strictEqual(new net.SocketAddress({ address: text, family: 'ipv6' }).address, expected);
}
const address = new net.SocketAddress({ address: '1.2.3.4', port: 80 });
assert.deepStrictEqual(address.toJSON(), { address: '1.2.3.4', port: 80, family: 'ipv4', flowlabel: 0 });
assert.deepStrictEqual(net.SocketAddress.parse('[::1]:8080').toJSON(), { address: '::1', port: 8080, family: 'ipv6', flowlabel: 0 });
assert.strictEqual(net.SocketAddress.parse('nonsense host'), undefined);

// Programs that list properties ask the prototype too, which has nothing to count.
assert.strictEqual(net.Socket.prototype.bytesWritten, undefined);
