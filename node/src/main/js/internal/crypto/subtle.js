'use strict';

/** SubtleCrypto (Web Cryptography API, section 14). */

const errors = require('internal/errors');
const { USAGES, isCryptoKey, makeKey, slotsOf } = require('internal/crypto/crypto_key');
const { algorithms, domException, hashName, normalize, typeError } = require('internal/crypto/web_algorithms');
const { isAnyArrayBuffer, isArrayBuffer, isSharedArrayBuffer } = require('internal/util/types');

const ORDINALS = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th'];
const FORMATS = ['raw', 'raw-public', 'raw-private', 'raw-seed', 'raw-secret', 'pkcs8', 'spki', 'jwk'];
const kKey = Symbol('kKey');

/** The arguments of one call, converted as Web IDL has it. */
class Call {
  constructor(receiver, name, required, given) {
    if (receiver !== subtle) throw new errors.ERR_INVALID_THIS('SubtleCrypto');
    this.prefix = `Failed to execute '${name}' on 'SubtleCrypto'`;
    if (given.length < required) {
      throw typeError('ERR_MISSING_ARGS',
                      `${this.prefix}: ${required} argument${required === 1 ? '' : 's'} required, but only ${given.length} present.`);
    }
    this.given = given;
  }

  what(i) {
    return `${this.prefix}: ${ORDINALS[i]} argument`;
  }

  /** A copy of the bytes. */
  bytes(i) {
    const value = this.given[i];
    if (ArrayBuffer.isView(value)) {
      if (isSharedArrayBuffer(value.buffer)) {
        throw typeError('ERR_INVALID_ARG_TYPE', `${this.what(i)} is a view on a SharedArrayBuffer, which is not allowed.`);
      }
      return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
    }
    if (isArrayBuffer(value)) return new Uint8Array(value).slice();
    throw typeError('ERR_INVALID_ARG_TYPE', `${this.what(i)} is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.`);
  }

  key(i) {
    const value = this.given[i];
    if (!isCryptoKey(value)) throw typeError('ERR_INVALID_ARG_TYPE', `${this.what(i)} is not of type CryptoKey.`);
    return value;
  }

  format(i) {
    const value = `${this.given[i]}`;
    if (!FORMATS.includes(value)) {
      throw typeError('ERR_INVALID_ARG_VALUE', `${this.what(i)} value '${value}' is not a valid enum value of type KeyFormat.`);
    }
    return value;
  }

  usages(i) {
    const value = this.given[i];
    if (value === null || typeof value !== 'object' && typeof value !== 'function' || typeof value[Symbol.iterator] !== 'function') {
      throw typeError('ERR_INVALID_ARG_TYPE', `${this.what(i)} can not be converted to sequence.`);
    }
    const usages = [...value].map(String);
    for (const [at, usage] of usages.entries()) {
      if (!USAGES.includes(usage)) {
        throw typeError('ERR_INVALID_ARG_VALUE', `${this.what(i)}[${at}] value '${usage}' is not a valid enum value of type KeyUsage.`);
      }
    }
    return usages;
  }

  /** A number of bits; null and undefined for as many as there are. */
  length(i) {
    const value = this.given[i];
    return value === undefined || value === null ? null : Number(value) >>> 0;
  }

  /** What is imported: bytes, or a JSON Web Key. */
  keyData(i, format) {
    const value = this.given[i];
    if (format !== 'jwk') return this.bytes(i);
    if (value === null || value === undefined) return {};
    if (typeof value !== 'object' || ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) {
      throw typeError('ERR_INVALID_ARG_TYPE', `${this.what(i)} can not be converted to a dictionary`);
    }
    return value;
  }
}

/** Whether a key may be used so by the algorithm. */
function checkKey(key, algorithm, usage) {
  const slots = slotsOf(key);
  if (slots.algorithm.name !== algorithm.name || !slots.usages.includes(usage)) {
    throw domException(`Unable to use this key to ${usage}`, 'InvalidAccessError');
  }
}

/** Whether the algorithm may derive from a key: `usage` is deriveBits or deriveKey. */
function checkBaseKey(key, algorithm, usage) {
  const slots = slotsOf(key);
  if (!slots.usages.includes(usage)) throw domException(`baseKey does not have ${usage} usage`, 'InvalidAccessError');
  if (slots.algorithm.name !== algorithm.name) throw domException('Key algorithm mismatch', 'InvalidAccessError');
}

function operations() {
  return require('internal/crypto/web_operations');
}

function keys() {
  return require('internal/crypto/web_keys');
}

/** In bits, how long a key of an algorithm is that is derived; null for all there is. */
function keyLength(algorithm) {
  const { length, name } = algorithm;
  if (name.startsWith('AES-')) {
    if (length !== 128 && length !== 192 && length !== 256) throw domException('Invalid key length', 'OperationError');
    return length;
  }
  if (name === 'HMAC' || name.startsWith('KMAC')) return length ?? keys().macBits(algorithm);
  return name === 'ChaCha20-Poly1305' ? 256 : null;
}

function exported(format, key) {
  if (!slotsOf(key).extractable) throw domException('key is not extractable', 'InvalidAccessException');
  return keys().exportKey(format, key);
}

function checkExport(key) {
  if (!('exportKey' in algorithms[slotsOf(key).algorithm.name])) {
    throw domException('The requested operation is not valid for the provided key', 'NotSupportedError');
  }
}

/** The algorithm by which a key is wrapped, for its own operation or for encryption. */
function wrapping(algorithm, operation, fallback) {
  try {
    return normalize(algorithm, operation);
  } catch (error) {
    if (error?.name !== 'NotSupportedError') throw error;
    return normalize(algorithm, fallback);
  }
}

class SubtleCrypto {
  constructor(key) {
    if (key !== kKey) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
  }

  async encrypt(algorithm, key, data) {
    const call = new Call(this, 'encrypt', 3, arguments);
    key = call.key(1);
    data = call.bytes(2);
    algorithm = normalize(algorithm, 'encrypt');
    checkCipherKey(key, algorithm, 'encrypt');
    return operations().crypt(true, algorithm, key, data);
  }

  async decrypt(algorithm, key, data) {
    const call = new Call(this, 'decrypt', 3, arguments);
    key = call.key(1);
    data = call.bytes(2);
    algorithm = normalize(algorithm, 'decrypt');
    checkCipherKey(key, algorithm, 'decrypt');
    return operations().crypt(false, algorithm, key, data);
  }

  async sign(algorithm, key, data) {
    const call = new Call(this, 'sign', 3, arguments);
    key = call.key(1);
    data = call.bytes(2);
    algorithm = normalize(algorithm, 'sign');
    checkKey(key, algorithm, 'sign');
    return operations().sign(algorithm, key, data);
  }

  async verify(algorithm, key, signature, data) {
    const call = new Call(this, 'verify', 4, arguments);
    key = call.key(1);
    signature = call.bytes(2);
    data = call.bytes(3);
    algorithm = normalize(algorithm, 'verify');
    checkKey(key, algorithm, 'verify');
    return operations().verify(algorithm, key, signature, data);
  }

  async digest(algorithm, data) {
    const call = new Call(this, 'digest', 2, arguments);
    data = call.bytes(1);
    algorithm = normalize(algorithm, 'digest');
    const options = { outputEncoding: 'buffer', outputLength: algorithm.length === undefined ? undefined : algorithm.length / 8 };
    return require('internal/crypto/hash').hash(hashName(algorithm), data, options).buffer;
  }

  async generateKey(algorithm, extractable, keyUsages) {
    const call = new Call(this, 'generateKey', 3, arguments);
    algorithm = normalize(algorithm, 'generateKey');
    return keys().generateKey(algorithm, Boolean(extractable), call.usages(2));
  }

  async deriveKey(algorithm, baseKey, derivedKeyType, extractable, keyUsages) {
    const call = new Call(this, 'deriveKey', 5, arguments);
    baseKey = call.key(1);
    const usages = call.usages(4);
    algorithm = normalize(algorithm, 'deriveBits');
    checkBaseKey(baseKey, algorithm, 'deriveKey');
    const target = normalize(derivedKeyType, 'importKey');
    const length = keyLength(normalize(derivedKeyType, 'getKeyLength'));
    const bits = await operations().deriveBits(algorithm, baseKey, length);
    return keys().importKey('raw-secret', new Uint8Array(bits), target, Boolean(extractable), usages);
  }

  async deriveBits(algorithm, baseKey, length = null) {
    const call = new Call(this, 'deriveBits', 2, arguments);
    baseKey = call.key(1);
    algorithm = normalize(algorithm, 'deriveBits');
    checkBaseKey(baseKey, algorithm, 'deriveBits');
    return operations().deriveBits(algorithm, baseKey, call.length(2));
  }

  async importKey(format, keyData, algorithm, extractable, keyUsages) {
    const call = new Call(this, 'importKey', 4, arguments);
    format = call.format(0);
    keyData = call.keyData(1, format);
    const usages = call.usages(4);
    algorithm = normalize(algorithm, 'importKey');
    return keys().importKey(format, keyData, algorithm, Boolean(extractable), usages);
  }

  async exportKey(format, key) {
    const call = new Call(this, 'exportKey', 2, arguments);
    format = call.format(0);
    key = call.key(1);
    checkExport(key);
    return exported(format, key);
  }

  async wrapKey(format, key, wrappingKey, wrapAlgorithm) {
    const call = new Call(this, 'wrapKey', 4, arguments);
    format = call.format(0);
    key = call.key(1);
    wrappingKey = call.key(2);
    const algorithm = wrapping(wrapAlgorithm, 'wrapKey', 'encrypt');
    checkCipherKey(wrappingKey, algorithm, 'wrapKey');
    checkExport(key);
    let data = exported(format, key);
    if (format === 'jwk') {
      let text = JSON.stringify(data);
      if (algorithm.name === 'AES-KW') text = text.padEnd(Math.ceil(text.length / 8) * 8);   // whole blocks
      data = require('buffer').Buffer.from(text);
    }
    return operations().crypt(true, algorithm, wrappingKey, new Uint8Array(data));
  }

  async unwrapKey(format, wrappedKey, unwrappingKey, unwrapAlgorithm, unwrappedKeyAlgorithm, extractable, keyUsages) {
    const call = new Call(this, 'unwrapKey', 7, arguments);
    format = call.format(0);
    wrappedKey = call.bytes(1);
    unwrappingKey = call.key(2);
    const usages = call.usages(6);
    const algorithm = wrapping(unwrapAlgorithm, 'unwrapKey', 'decrypt');
    const target = normalize(unwrappedKeyAlgorithm, 'importKey');
    checkCipherKey(unwrappingKey, algorithm, 'unwrapKey');
    let data = new Uint8Array(operations().crypt(false, algorithm, unwrappingKey, wrappedKey));
    if (format === 'jwk') {
      try {
        data = JSON.parse(require('buffer').Buffer.from(data).toString('utf8'));
      } catch (error) {
        throw domException('Invalid wrapped JWK key', 'DataError', error);
      }
    }
    return keys().importKey(format, data, target, Boolean(extractable), usages);
  }

  async getPublicKey(key, keyUsages) {
    const call = new Call(this, 'getPublicKey', 2, arguments);
    require('internal/util').emitExperimentalWarning('The getPublicKey Web Crypto API method');
    key = call.key(0);
    const usages = call.usages(1);
    const { algorithm, keyObject, type } = slotsOf(key);
    if (type !== 'private') {
      throw domException('key must be a private key', type === 'secret' ? 'NotSupportedError' : 'InvalidAccessError');
    }
    const { givenKey, usagesOf } = keys();
    if (usages.some((usage) => !usagesOf[algorithm.name].public.includes(usage))) {
      throw domException(`Unsupported key usage for ${givenKey(algorithm.name)} key`, 'SyntaxError');
    }
    return makeKey(require('internal/crypto/keys').createPublicKey(keyObject), { ...algorithm }, usages, true);
  }

  async encapsulateBits(encapsulationAlgorithm, encapsulationKey) {
    const call = new Call(this, 'encapsulateBits', 2, arguments);
    return operations().encapsulate(kemKey(call, 'encapsulateBits', 'encapsulationKey'));
  }

  async encapsulateKey(encapsulationAlgorithm, encapsulationKey, sharedKeyAlgorithm, extractable, usages) {
    const call = new Call(this, 'encapsulateKey', 5, arguments);
    usages = call.usages(4);
    const key = kemKey(call, 'encapsulateKey', 'encapsulationKey');
    const shared = normalize(sharedKeyAlgorithm, 'importKey');
    const { ciphertext, sharedKey } = await operations().encapsulate(key);
    return { ciphertext, sharedKey: keys().importKey('raw-secret', new Uint8Array(sharedKey), shared, Boolean(extractable), usages) };
  }

  async decapsulateBits(decapsulationAlgorithm, decapsulationKey, ciphertext) {
    const call = new Call(this, 'decapsulateBits', 3, arguments);
    ciphertext = call.bytes(2);
    return operations().decapsulate(kemKey(call, 'decapsulateBits', 'decapsulationKey'), ciphertext);
  }

  async decapsulateKey(decapsulationAlgorithm, decapsulationKey, ciphertext, sharedKeyAlgorithm, extractable, usages) {
    const call = new Call(this, 'decapsulateKey', 6, arguments);
    ciphertext = call.bytes(2);
    usages = call.usages(5);
    const key = kemKey(call, 'decapsulateKey', 'decapsulationKey');
    const shared = normalize(sharedKeyAlgorithm, 'importKey');
    const bits = await operations().decapsulate(key, ciphertext);
    return keys().importKey('raw-secret', new Uint8Array(bits), shared, Boolean(extractable), usages);
  }

  /** Whether an operation would take an algorithm, as far as can be told without a key. */
  static supports(operation, algorithm, lengthOrAdditional = null) {
    require('internal/util').emitExperimentalWarning('The supports Web Crypto API method');
    if (this !== SubtleCrypto) throw new errors.ERR_INVALID_THIS('SubtleCrypto constructor');
    if (arguments.length < 2) throw new errors.ERR_MISSING_ARGS('operation', 'algorithm');
    return require('internal/crypto/web_supports').supports(`${operation}`, algorithm, lengthOrAdditional);
  }
}

function checkCipherKey(key, algorithm, usage) {
  const slots = slotsOf(key);
  if (slots.algorithm.name !== algorithm.name || !slots.usages.includes(usage)) {
    throw domException('The requested operation is not valid for the provided key', 'InvalidAccessError');
  }
}

/** The second argument of a call that encapsulates or decapsulates, a key that may be used for it by the algorithm that is the first. */
function kemKey(call, operation, what) {
  require('internal/util').emitExperimentalWarning(`The ${operation} Web Crypto API method`);
  const key = call.key(1);
  const { name } = normalize(call.given[0], operation);
  const slots = slotsOf(key);
  if (slots.algorithm.name !== name) throw domException('key algorithm mismatch', 'InvalidAccessError');
  if (!slots.usages.includes(operation)) throw domException(`${what} does not have ${operation} usage`, 'InvalidAccessError');
  return key;
}

for (const name of Object.getOwnPropertyNames(SubtleCrypto.prototype)) {
  if (name !== 'constructor') Object.defineProperty(SubtleCrypto.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(SubtleCrypto, 'supports', { __proto__: null, enumerable: true });
Object.defineProperty(SubtleCrypto.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'SubtleCrypto' });

const subtle = new SubtleCrypto(kKey);

/** The CryptoKey of a KeyObject: `keyObject.toCryptoKey(algorithm, extractable, usages)`. */
function fromKeyObject(key, algorithm, extractable, keyUsages) {
  const usages = [...keyUsages].map(String);
  algorithm = normalize(algorithm, 'importKey');
  if (key.type === 'secret') return keys().importKey('raw-secret', key.export(), algorithm, Boolean(extractable), usages);
  const format = key.type === 'public' ? 'spki' : 'pkcs8';
  return keys().importKey(format, key.export({ format: 'der', type: format }), algorithm, Boolean(extractable), usages);
}

module.exports = { SubtleCrypto, fromKeyObject, subtle };
