'use strict';

// Hashes of every family have the values that OpenSSL gives them, under all their names.

const assert = require('node:assert');
const crypto = require('node:crypto');

const values = {
  'md5': '900150983cd24fb0d6963f7d28e17f72',
  'sha1': 'a9993e364706816aba3e25717850c26c9cd0d89d',
  'RSA-SHA256': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  'SHA-384': 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
  'sha512-256': '53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23',
  'sha3-256': '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532',
  'ripemd160': '8eb208f7e05d987a9b044a8e98c6b087f15a0bfc',
  'blake2s256': '508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982',
  'sm3': '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  'md5-sha1': '900150983cd24fb0d6963f7d28e17f72a9993e364706816aba3e25717850c26c9cd0d89d',
  'shake128': '5881092dd818bf5cf8a3ddb793fbcba7',
};

for (const [name, hex] of Object.entries(values)) {
  assert.strictEqual(crypto.createHash(name).update('a').update(Buffer.from('bc')).digest('hex'), hex, name);
  assert.strictEqual(crypto.hash(name, 'abc'), hex, name);
}
for (const name of crypto.getHashes()) assert.ok(crypto.createHash(name).digest().length > 0, name);
assert.deepStrictEqual(crypto.getHashes(), crypto.getHashes().sort());
