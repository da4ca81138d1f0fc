'use strict';

/** How KeyObjects are cloned and sent to other threads: as what they hold. */

const { CLONEABLE, kClone, kDeserialize, mark } = require('internal/structured_clone');

/** What util.inspect shows of a key, and no program uses. */
const kKeyType = Symbol('kKeyType');

/** Makes a KeyObject one that can be cloned and shows its type. */
function markKey(key, type) {
  key[kKeyType] = type;
  mark(key, CLONEABLE);
  Object.defineProperty(key, kClone, { __proto__: null, configurable: true, value: clone });
}

function clone() {
  const bytes = this.type === 'secret' ? this.export() : this.export({ format: 'der', type: this.type === 'public' ? 'spki' : 'pkcs8' });
  return { data: { type: this.type, bytes }, deserializeInfo: 'internal/crypto/key_clone:ClonedKey' };
}

/** Stands for a KeyObject until its contents arrive. */
class ClonedKey {
  [kDeserialize]({ type, bytes }) {
    const { become, createPrivateKey, createPublicKey, createSecretKey } = require('internal/crypto/keys');
    const key = type === 'secret' ? createSecretKey(bytes) :
      type === 'public' ? createPublicKey({ key: bytes, format: 'der', type: 'spki' }) :
        createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
    become(this, key);
    markKey(this, type);
  }
}

module.exports = { ClonedKey, markKey };
