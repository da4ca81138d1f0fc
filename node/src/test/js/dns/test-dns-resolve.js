'use strict';

// Records of each kind, in the shape that their method gives them.

const assert = require('assert');
const dns = require('dns');
const { mustCall, mustSucceed } = require('../common');
const { name, serve } = require('./server');

const u16 = (...values) => Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));
const text = (value) => Buffer.from(`${String.fromCharCode(value.length)}${value}`);

const records = {
  1: [[1, 60, Buffer.from([1, 2, 3, 4])]],
  28: [[28, 61, Buffer.from('20010db8000000000000000000000001', 'hex')]],
  15: [[15, 1, Buffer.concat([u16(10), name('mail.example')])]],
  2: [[2, 1, name('ns.example')]],
  5: [[5, 1, name('other.example')]],
  12: [[12, 1, name('host.example')]],
  16: [[16, 1, Buffer.concat([text('v=1'), text('more')])]],
  33: [[33, 1, Buffer.concat([u16(1, 2, 443), name('web.example')])]],
  6: [[6, 1, Buffer.concat([name('ns.example'), name('root.example'), u16(0, 1, 0, 2, 0, 3, 0, 4, 0, 5)])]],
  35: [[35, 1, Buffer.concat([u16(5, 6), text('u'), text('sip'), text('!x!y!'), name('r.example')])]],
  257: [[257, 1, Buffer.concat([Buffer.from([128]), text('issue'), Buffer.from('ca.example')])]],
};

const expected = {
  resolve4: ['1.2.3.4'],
  resolve6: ['2001:db8::1'],
  resolveMx: [{ exchange: 'mail.example', priority: 10, type: 'MX' }],
  resolveNs: ['ns.example'],
  resolveCname: ['other.example'],
  resolvePtr: ['host.example'],
  resolveTxt: [['v=1', 'more']],
  resolveSrv: [{ name: 'web.example', port: 443, priority: 1, weight: 2, type: 'SRV' }],
  resolveSoa: { nsname: 'ns.example', hostmaster: 'root.example', serial: 1, refresh: 2, retry: 3, expire: 4, minttl: 5 },
  resolveNaptr: [{ flags: 'u', service: 'sip', regexp: '!x!y!', replacement: 'r.example', order: 5, preference: 6 }],
  resolveCaa: [{ critical: 128, type: 'CAA', issue: 'ca.example' }],
};

serve(({ type }) => [0, records[type]], mustCall((address, close) => {
  const resolver = new dns.Resolver();
  resolver.setServers([address]);
  assert.deepStrictEqual(resolver.getServers(), [address]);
  const methods = Object.keys(expected);
  let left = methods.length + 1;
  const done = () => { if (--left === 0) close(); };
  for (const method of methods) {
    resolver[method]('example.org', mustSucceed((answer) => {
      assert.deepStrictEqual(JSON.parse(JSON.stringify(answer)), expected[method], method);
      done();
    }));
  }
  resolver.resolve4('example.org', { ttl: true }, mustSucceed((answer) => {
    assert.deepStrictEqual({ ...answer[0] }, { address: '1.2.3.4', ttl: 60 });
    done();
  }));
}));
