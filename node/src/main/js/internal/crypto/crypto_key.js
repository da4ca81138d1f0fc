'use strict';

/** CryptoKey (Web Cryptography API, section 13): a KeyObject with what it may be used for. */

const errors = require('internal/errors');
const types = require('internal/util/types');
const { keyObject } = require('internal/crypto/keys');
const { CLONEABLE, kClone, kDeserialize, mark } = require('internal/structured_clone');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kKey = Symbol('kKey');

/** The slots of a key, which programs cannot change: put on an object that exists already, so that a clone can become one. */
class Slots extends function(object) { return object; } {
  #slots;

  constructor(object, slots) {
    super(object);
    this.#slots = slots;
  }

  static has(value) {
    return typeof value === 'object' && value !== null && #slots in value;
  }

  static of(key) {
    if (!Slots.has(key)) throw new errors.ERR_INVALID_THIS('CryptoKey');
    return key.#slots;
  }
}

const isCryptoKey = Slots.has;
const slotsOf = Slots.of;

types.setKeyTests({ isCryptoKey });

function copyOf(algorithm) {
  const copy = { ...algorithm };
  if (copy.hash !== undefined) copy.hash = { ...copy.hash };
  if (copy.publicExponent !== undefined) copy.publicExponent = copy.publicExponent.slice();
  return copy;
}

class CryptoKey {
  constructor(key, slots) {
    if (key !== kKey) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
    new Slots(this, slots);
    mark(this, CLONEABLE);
  }

  [kInspect](depth, options) {
    const { algorithm, extractable, type, usages } = slotsOf(this);
    return require('internal/util/inspect_as').inspectAs(this, { type, extractable, algorithm, usages }, depth, options, 'CryptoKey');
  }

  [kClone]() {
    const { algorithm, extractable, keyObject: key, usages } = slotsOf(this);
    return { data: { algorithm, extractable, key, usages }, deserializeInfo: 'internal/crypto/crypto_key:ClonedCryptoKey' };
  }

  get type() { return slotsOf(this).type; }

  get extractable() { return slotsOf(this).extractable; }

  get algorithm() {
    const slots = slotsOf(this);
    return slots.shownAlgorithm ??= copyOf(slots.algorithm);
  }

  get usages() {
    const slots = slotsOf(this);
    return slots.shownUsages ??= [...slots.usages];
  }
}

for (const name of ['type', 'extractable', 'algorithm', 'usages']) {
  Object.defineProperty(CryptoKey.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(CryptoKey.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'CryptoKey' });

function slots(key, algorithm, usages, extractable) {
  // A clone's KeyObject is filled after it.
  return { get type() { return key.type; }, keyObject: key, algorithm, usages: [...new Set(usages)], extractable };
}

/** Stands for a CryptoKey until its contents arrive. */
class ClonedCryptoKey {
  [kDeserialize]({ algorithm, extractable, key, usages }) {
    Object.setPrototypeOf(this, CryptoKey.prototype);
    new Slots(this, slots(key, algorithm, usages, extractable));
    mark(this, CLONEABLE);
  }
}

const USAGES = ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey', 'encapsulateKey',
  'encapsulateBits', 'decapsulateKey', 'decapsulateBits'];

/**
 * A CryptoKey around a KeyObject.
 * @param {object} algorithm with its normalised name
 */
function makeKey(key, algorithm, usages, extractable) {
  return new CryptoKey(kKey, slots(key, algorithm, usages, extractable));
}

function keyObjectOf(key) {
  return slotsOf(key).keyObject;
}

function fromHandle(type, handle, algorithm, usages, extractable) {
  return makeKey(keyObject(type, handle), algorithm, usages, extractable);
}

module.exports = { ClonedCryptoKey, CryptoKey, USAGES, fromHandle, isCryptoKey, keyObjectOf, makeKey, slotsOf };
