'use strict';

// Primes are found and made, safe ones and ones with a wanted remainder too.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { errorLike, mustCall } = require('../common');

assert.strictEqual(crypto.checkPrimeSync(2n ** 127n - 1n), true);
assert.strictEqual(crypto.checkPrimeSync(Buffer.from([15])), false);
crypto.checkPrime(7n, mustCall((error, prime) => assert.deepStrictEqual([error, prime], [undefined, true])));

const safe = crypto.generatePrimeSync(64, { safe: true, bigint: true });
assert.ok(crypto.checkPrimeSync(safe) && crypto.checkPrimeSync((safe - 1n) / 2n) && safe.toString(2).length === 64);
assert.strictEqual(crypto.generatePrimeSync(48, { bigint: true, add: 12n, rem: 5n }) % 12n, 5n);
crypto.generatePrime(32, mustCall((error, prime) => {
  assert.strictEqual(error, undefined);
  assert.ok(prime instanceof ArrayBuffer && prime.byteLength === 4 && crypto.checkPrimeSync(prime));
}));
assert.throws(() => crypto.generatePrimeSync(0), errorLike({ code: 'ERR_OUT_OF_RANGE' }));
