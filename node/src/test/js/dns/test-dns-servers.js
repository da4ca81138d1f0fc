'use strict';

// Servers and the order of results are settings of the program.

const assert = require('assert');
const dns = require('dns');

const given = ['4.4.4.4', '[2001:db8::1]:53', '127.0.0.1:5353', '[::1]:5353'];
dns.setServers(given);
assert.deepStrictEqual(dns.getServers(), ['4.4.4.4', '2001:db8::1', '127.0.0.1:5353', '[::1]:5353']);
assert.deepStrictEqual(dns.promises.getServers(), dns.getServers());
assert.throws(() => dns.setServers(['nonsense']), { code: 'ERR_INVALID_IP_ADDRESS', message: 'Invalid IP address: nonsense' });
assert.throws(() => dns.setServers('1.1.1.1'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.strictEqual(dns.getDefaultResultOrder(), 'verbatim');
dns.setDefaultResultOrder('ipv4first');
assert.strictEqual(dns.promises.getDefaultResultOrder(), 'ipv4first');
assert.throws(() => dns.setDefaultResultOrder('my_order'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.strictEqual(dns.NODATA, 'ENODATA');
