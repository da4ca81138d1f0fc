'use strict';

/** `node:crypto`. Each function and class loads with the file that has it, when it is first read. */

const { defineLazy } = require('internal/lazy_property');

/** The file of each export, in Node's order. */
const files = {
  __proto__: null,
  argon2: 'kdf',
  argon2Sync: 'kdf',
  checkPrime: 'primes',
  checkPrimeSync: 'primes',
  createCipheriv: 'cipher',
  createDecipheriv: 'cipher',
  createDiffieHellman: 'diffiehellman',
  createDiffieHellmanGroup: 'diffiehellman',
  createECDH: 'diffiehellman',
  createHash: 'hash',
  createHmac: 'hash',
  createPrivateKey: 'keys',
  createPublicKey: 'keys',
  createSecretKey: 'keys',
  createSign: 'sign',
  createVerify: 'sign',
  diffieHellman: 'diffiehellman',
  generatePrime: 'primes',
  generatePrimeSync: 'primes',
  getCiphers: 'names',
  getCipherInfo: 'cipher',
  getCurves: 'names',
  getDiffieHellman: 'diffiehellman',
  getHashes: 'names',
  hkdf: 'kdf',
  hkdfSync: 'kdf',
  pbkdf2: 'kdf',
  pbkdf2Sync: 'kdf',
  generateKeyPair: 'keygen',
  generateKeyPairSync: 'keygen',
  generateKey: 'keygen',
  generateKeySync: 'keygen',
  privateDecrypt: 'rsa',
  privateEncrypt: 'rsa',
  publicDecrypt: 'rsa',
  publicEncrypt: 'rsa',
  randomBytes: 'random',
  randomFill: 'random',
  randomFillSync: 'random',
  randomInt: 'random',
  randomUUID: 'random',
  scrypt: 'kdf',
  scryptSync: 'kdf',
  sign: 'sign',
  setEngine: 'engine',
  timingSafeEqual: 'random',
  getFips: 'engine',
  setFips: 'engine',
  verify: 'sign',
  hash: 'hash',
  encapsulate: 'kem',
  decapsulate: 'kem',
  Certificate: 'spkac',
  Cipheriv: 'cipher',
  Decipheriv: 'cipher',
  DiffieHellman: 'diffiehellman',
  DiffieHellmanGroup: 'diffiehellman',
  ECDH: 'diffiehellman',
  Hash: 'hash',
  Hmac: 'hash',
  KeyObject: 'keys',
  Sign: 'sign',
  Verify: 'sign',
  X509Certificate: 'x509',
  secureHeapUsed: 'engine',
};

for (const name of Object.keys(files)) defineLazy(exports, name, true, () => require(`internal/crypto/${files[name]}`)[name]);

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
  subtle: { __proto__: null, enumerable: true, get() { return webcrypto().subtle; } },
  getRandomValues: {
    __proto__: null, enumerable: true, get() { return require('internal/crypto/engine').getRandomValues; },
  },
});

for (const alias of ['pseudoRandomBytes', 'prng', 'rng']) {
  defineLazy(exports, alias, false, () => {
    const { randomBytes } = require('internal/crypto/random');
    if (!require('internal/options').getOption('--pending-deprecation')) return randomBytes;
    return require('internal/util').deprecate(randomBytes, `crypto.${alias} is deprecated.`, 'DEP0115');
  });
}
