'use strict';

require('../common');
const assert = require('assert');
const os = require('os');

assert.strictEqual(os.platform(), process.platform);
assert.strictEqual(os.arch(), process.arch);
for (const name of ['hostname', 'type', 'release', 'version', 'machine', 'tmpdir', 'homedir']) {
  assert.ok(os[name]().length > 0, name);
  assert.strictEqual(`${os[name]}`, os[name]());
}
assert.ok(os.uptime() > 0);
assert.ok(os.totalmem() >= os.freemem() && os.freemem() > 0);
assert.strictEqual(os.loadavg().length, 3);
assert.ok(os.availableParallelism() >= 1);
for (const { model, speed, times } of os.cpus()) {
  assert.strictEqual(typeof model, 'string');
  assert.strictEqual(typeof speed, 'number');
  assert.deepStrictEqual(Object.keys(times), ['user', 'nice', 'sys', 'idle', 'irq']);
}
for (const { address, cidr, family, internal, mac, netmask, scopeid } of Object.values(os.networkInterfaces()).flat()) {
  assert.match(mac, /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/);
  assert.strictEqual(require('net').isIP(address), family === 'IPv4' ? 4 : 6);
  assert.strictEqual(require('net').isIP(netmask), family === 'IPv4' ? 4 : 6);
  assert.ok(cidr.startsWith(`${address}/`));
  assert.strictEqual(typeof internal, 'boolean');
  assert.strictEqual(typeof scopeid, family === 'IPv4' ? 'undefined' : 'number');
}

// Variables of the environment decide, without a separator at the end.
process.env.TMPDIR = '/some/where/';
assert.strictEqual(os.tmpdir(), '/some/where');
process.env.HOME = '/nobody';
assert.strictEqual(os.homedir(), '/nobody');
