'use strict';

// lookup: addresses as they are, names by the system, errors with their codes.

const assert = require('assert');
const dns = require('dns');
const { mustCall, mustSucceed } = require('../common');

let later = false;
dns.lookup('127.0.0.1', mustSucceed((address, family) => {
  assert.strictEqual(later, true);
  assert.deepStrictEqual([address, family], ['127.0.0.1', 4]);
}));
later = true;
dns.lookup('::1', { all: true }, mustSucceed((addresses) => {
  assert.deepStrictEqual(addresses, [{ address: '::1', family: 6 }]);
}));
dns.lookup('localhost', 4, mustSucceed((address, family) => assert.deepStrictEqual([address, family], ['127.0.0.1', 4])));
dns.promises.lookup('localhost', { family: 4, all: true }).then(mustCall((addresses) => {
  assert.deepStrictEqual(addresses[0], { address: '127.0.0.1', family: 4 });
}));
dns.lookup('no.such.name.invalid', mustCall((error) => {
  assert.ok(['ENOTFOUND', 'EAI_AGAIN'].includes(error.code), error.code);
  assert.strictEqual(error.syscall, 'getaddrinfo');
  assert.strictEqual(error.hostname, 'no.such.name.invalid');
  assert.strictEqual(error.message, `getaddrinfo ${error.code} no.such.name.invalid`);
}));
dns.lookupService('127.0.0.1', 22, mustSucceed((hostname, service) => {
  assert.strictEqual(typeof hostname, 'string');
  assert.strictEqual(service, 'ssh');
}));
assert.throws(() => dns.lookup('x', { family: 5 }, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.lookup('x', { order: 'random' }, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.lookup(5, () => {}), { code: 'ERR_INVALID_ARG_TYPE' });
