'use strict';

/** `SubtleCrypto.supports`: what an operation would say of an algorithm. */

const { algorithms, normalize } = require('internal/crypto/web_algorithms');

const OPERATIONS = ['encrypt', 'decrypt', 'sign', 'verify', 'digest', 'generateKey', 'deriveKey', 'deriveBits', 'importKey', 'exportKey',
  'getPublicKey', 'wrapKey', 'unwrapKey', 'encapsulateKey', 'encapsulateBits', 'decapsulateKey', 'decapsulateBits'];

const KEY_BITS = [128, 192, 256];

function normalized(algorithm, operation) {
  try {
    return normalize(algorithm, operation);
  } catch {
    return undefined;   // the answer is no
  }
}

/** Parameters that the operation refuses whatever the key is. */
function fits(operation, algorithm, bits) {
  const { counter, hash, iterations, iv, length, name, namedCurve, public: peer, tagLength = 128 } = algorithm;
  if (namedCurve !== undefined && !['P-256', 'P-384', 'P-521'].includes(namedCurve)) return false;
  switch (operation) {
    case 'generateKey':
      return name.startsWith('AES-') ? KEY_BITS.includes(length) : name !== 'HMAC' || length !== undefined || !isSha3(hash);
    case 'encrypt':
    case 'decrypt':
      if (name === 'AES-CBC') return iv.byteLength === 16;
      if (name === 'AES-CTR') return counter.byteLength === 16 && length > 0 && length <= 128;
      if (name === 'AES-GCM') return [32, 64, 96, 104, 112, 120, 128].includes(tagLength);
      if (name === 'AES-OCB') return iv.byteLength > 0 && iv.byteLength < 16 && [64, 96, 128].includes(tagLength);
      return name !== 'ChaCha20-Poly1305' || iv.byteLength === 12 && tagLength === 128;
    case 'deriveBits':
      if (peer !== undefined) return peer.type === 'public' && peer.algorithm.name === name;
      if (name === 'HKDF' || name === 'PBKDF2') return bits !== null && bits % 8 === 0 && iterations !== 0;
      return bits !== null && bits % 8 === 0 && require('internal/crypto/web_operations').argon2Fault(algorithm, bits) === undefined;
    default:
      return true;
  }
}

/** HMAC's keys with one of these have no length unless it is told. */
function isSha3({ name }) {
  return name.startsWith('SHA3');
}

function has(operation, algorithm, bits) {
  const known = normalized(algorithm, operation);
  return known !== undefined && fits(operation, known, bits);
}

/** In bits, how long a key that is derived would be; undefined where none can. */
function derivedBits(algorithm) {
  const known = normalized(algorithm, 'getKeyLength');
  if (known === undefined) return undefined;
  const { hash, length, name } = known;
  if (name.startsWith('AES-')) return KEY_BITS.includes(length) ? length : undefined;
  if (name === 'HMAC') return length === undefined && isSha3(hash) ? undefined : length ?? 512;
  if (name.startsWith('KMAC')) return length ?? 256;
  return name === 'ChaCha20-Poly1305' ? 256 : null;
}

/** Whether the secret of a KEM, which has 256 bits, can be a key of an algorithm. */
function takesSharedKey(algorithm) {
  const known = normalized(algorithm, 'importKey');
  return known !== undefined && 'getKeyLength' in algorithms[known.name] && (known.length === undefined || known.length === 256);
}

function supports(operation, algorithm, lengthOrAdditional) {
  if (!OPERATIONS.includes(operation)) return false;
  switch (operation) {
    case 'deriveKey': {
      if (lengthOrAdditional === null) return false;
      const bits = derivedBits(lengthOrAdditional);
      return bits !== undefined && has('importKey', lengthOrAdditional, null) && has('deriveBits', algorithm, bits);
    }
    case 'deriveBits':
      return has(operation, algorithm, lengthOrAdditional);
    case 'wrapKey':
      return (has('wrapKey', algorithm) || has('encrypt', algorithm)) && has('exportKey', lengthOrAdditional);
    case 'unwrapKey':
      return (has('unwrapKey', algorithm) || has('decrypt', algorithm)) && has('importKey', lengthOrAdditional);
    case 'getPublicKey': {
      const known = normalized(algorithm, 'exportKey');
      return known !== undefined && !('getKeyLength' in algorithms[known.name]);
    }
    case 'encapsulateKey':
    case 'decapsulateKey':
      return has(operation, algorithm) && takesSharedKey(lengthOrAdditional);
    default:
      return has(operation, algorithm, null);
  }
}

module.exports = { supports };
