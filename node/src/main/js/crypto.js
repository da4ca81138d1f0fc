'use strict';

/** `node:crypto`. Each function and class loads with the file that has it, when it is first read. */

const { defineLazy } = require('internal/lazy_property');

/** The file of each export, in Node's order. */
const files = {
  __proto__: null,
  createHash: 'hash',
  createHmac: 'hash',
  getHashes: 'names',
  randomBytes: 'random',
  randomFill: 'random',
  randomFillSync: 'random',
  randomInt: 'random',
  randomUUID: 'random',
  setEngine: 'engine',
  timingSafeEqual: 'random',
  getFips: 'engine',
  setFips: 'engine',
  hash: 'hash',
  Hash: 'hash',
  Hmac: 'hash',
  secureHeapUsed: 'engine',
};

for (const name in files) defineLazy(exports, name, true, () => require(`internal/crypto/${files[name]}`)[name]);

Object.defineProperty(exports, 'fips', {
  __proto__: null,
  get() { return require('internal/crypto/engine').deprecatedFips(); },
  set(value) { require('internal/crypto/engine').deprecatedFips(value); },
});

defineLazy(exports, 'constants', true, () => require('internal/crypto/constants'));

function webcrypto() {
  return require('internal/crypto/webcrypto').crypto;
}

Object.defineProperties(exports, {
  webcrypto: { __proto__: null, enumerable: true, get: webcrypto },
  getRandomValues: {
    __proto__: null, enumerable: true, get() { return require('internal/crypto/engine').getRandomValues; },
  },
});

for (const alias of ['pseudoRandomBytes', 'prng', 'rng']) {
  defineLazy(exports, alias, false, () => require('internal/crypto/random').randomBytes);
}
