'use strict';

/** The global `crypto` and its class (Web Cryptography API, section 10). Keys and algorithms load with `subtle`. */

const errors = require('internal/errors');

const kKey = Symbol('kKey');

class Crypto {
  #made;

  constructor(key) {
    if (key !== kKey) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
    this.#made = true;
  }

  static check(value) {
    if (typeof value !== 'object' || value === null || !(#made in value)) throw new errors.ERR_INVALID_THIS('Crypto');
  }

  get subtle() {
    check(this);
    return require('internal/crypto/subtle').subtle;
  }

  getRandomValues(array) {
    check(this);
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('array');
    return require('internal/crypto/random').getRandomValues(array);
  }

  randomUUID() {
    check(this);
    return require('internal/crypto/random').randomUUID();
  }
}

const { check } = Crypto;
delete Crypto.check;

for (const name of ['subtle', 'getRandomValues', 'randomUUID']) {
  Object.defineProperty(Crypto.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(Crypto.prototype, Symbol.toStringTag, {
  __proto__: null, configurable: true, enumerable: false, writable: false, value: 'Crypto',
});

const crypto = new Crypto(kKey);

module.exports = {
  Crypto,
  crypto,
  get CryptoKey() { return require('internal/crypto/crypto_key').CryptoKey; },
  get SubtleCrypto() { return require('internal/crypto/subtle').SubtleCrypto; },
};
