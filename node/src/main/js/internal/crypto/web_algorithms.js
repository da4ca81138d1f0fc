'use strict';

/** The algorithms that `subtle` knows, what each operation takes for them, and how that is checked (Web Cryptography API, section 18). */

const errors = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/crypto/input');

/** Parameters by name: members in the order in which they are read, with their types; `?` marks those that may be missing. */
const dictionaries = {
  __proto__: null,
  AesCbcParams: { iv: 'bytes' },
  AesCtrParams: { counter: 'bytes', length: 'octet' },
  AeadParams: { 'additionalData?': 'bytes', 'iv': 'bytes', 'tagLength?': 'octet' },
  AesKeyGenParams: { length: 'unsigned short' },
  AesDerivedKeyParams: { length: 'unsigned short' },
  HmacKeyGenParams: { 'hash': 'hash', 'length?': 'new key bits' },
  HmacImportParams: { 'hash': 'hash', 'length?': 'key bits' },
  KmacKeyGenParams: { 'length?': 'new key bits' },
  KmacImportParams: { 'length?': 'key bits' },
  KmacParams: { 'customization?': 'bytes', 'length': 'bits' },
  CShakeParams: { 'customization?': 'no bytes', 'functionName?': 'no bytes', 'length': 'bits' },
  RsaHashedKeyGenParams: { hash: 'hash', modulusLength: 'unsigned long', publicExponent: 'bytes' },
  RsaHashedImportParams: { hash: 'hash' },
  RsaPssParams: { saltLength: 'unsigned long' },
  RsaOaepParams: { 'label?': 'bytes' },
  EcKeyGenParams: { namedCurve: 'text' },
  EcKeyImportParams: { namedCurve: 'text' },
  EcdsaParams: { hash: 'hash' },
  EcdhKeyDeriveParams: { public: 'key' },
  HkdfParams: { hash: 'hash', info: 'bytes', salt: 'bytes' },
  Pbkdf2Params: { hash: 'hash', iterations: 'unsigned long', salt: 'bytes' },
  ContextParams: { 'context?': 'bytes' },
  Argon2Params: {
    'associatedData?': 'bytes', 'memory': 'unsigned long', 'nonce': 'bytes', 'parallelism': 'unsigned long', 'passes': 'unsigned long',
    'secretValue?': 'bytes', 'version?': 'octet',
  },
};

const RSA = { generateKey: 'RsaHashedKeyGenParams', importKey: 'RsaHashedImportParams', exportKey: null };
const EC = { generateKey: 'EcKeyGenParams', importKey: 'EcKeyImportParams', exportKey: null };
const AES = { generateKey: 'AesKeyGenParams', importKey: null, exportKey: null, getKeyLength: 'AesDerivedKeyParams' };
const CURVE = { generateKey: null, importKey: null, exportKey: null };
const KMAC = {
  generateKey: 'KmacKeyGenParams', importKey: 'KmacImportParams', exportKey: null, sign: 'KmacParams', verify: 'KmacParams',
  getKeyLength: 'KmacImportParams',
};
const ML_DSA = { ...CURVE, sign: 'ContextParams', verify: 'ContextParams' };
const ML_KEM = { ...CURVE, encapsulateBits: null, encapsulateKey: null, decapsulateBits: null, decapsulateKey: null };
const ARGON2 = { importKey: null, deriveBits: 'Argon2Params', getKeyLength: null };
const WHOLE = { encrypt: 'AeadParams', decrypt: 'AeadParams' };

/** The operations of each algorithm and the dictionary that each takes; null for none beside the name. */
const algorithms = {
  '__proto__': null,
  'SHA-1': { digest: null },
  'SHA-256': { digest: null },
  'SHA-384': { digest: null },
  'SHA-512': { digest: null },
  'SHA3-256': { digest: null },
  'SHA3-384': { digest: null },
  'SHA3-512': { digest: null },
  'cSHAKE128': { digest: 'CShakeParams' },
  'cSHAKE256': { digest: 'CShakeParams' },
  'RSASSA-PKCS1-v1_5': { ...RSA, sign: null, verify: null },
  'RSA-PSS': { ...RSA, sign: 'RsaPssParams', verify: 'RsaPssParams' },
  'RSA-OAEP': { ...RSA, encrypt: 'RsaOaepParams', decrypt: 'RsaOaepParams' },
  'ECDSA': { ...EC, sign: 'EcdsaParams', verify: 'EcdsaParams' },
  'ECDH': { ...EC, deriveBits: 'EcdhKeyDeriveParams' },
  'Ed25519': { ...CURVE, sign: null, verify: null },
  'Ed448': { ...CURVE, sign: 'ContextParams', verify: 'ContextParams' },
  'X25519': { ...CURVE, deriveBits: 'EcdhKeyDeriveParams' },
  'X448': { ...CURVE, deriveBits: 'EcdhKeyDeriveParams' },
  'ML-DSA-44': ML_DSA,
  'ML-DSA-65': ML_DSA,
  'ML-DSA-87': ML_DSA,
  'ML-KEM-512': ML_KEM,
  'ML-KEM-768': ML_KEM,
  'ML-KEM-1024': ML_KEM,
  'AES-CBC': { ...AES, encrypt: 'AesCbcParams', decrypt: 'AesCbcParams' },
  'AES-CTR': { ...AES, encrypt: 'AesCtrParams', decrypt: 'AesCtrParams' },
  'AES-GCM': { ...AES, ...WHOLE },
  'AES-OCB': { ...AES, ...WHOLE },
  'AES-KW': { ...AES, wrapKey: null, unwrapKey: null },
  'ChaCha20-Poly1305': { generateKey: null, importKey: null, exportKey: null, getKeyLength: null, ...WHOLE },
  'HMAC': { generateKey: 'HmacKeyGenParams', importKey: 'HmacImportParams', exportKey: null, sign: null, verify: null, getKeyLength: 'HmacImportParams' },
  'KMAC128': KMAC,
  'KMAC256': KMAC,
  'HKDF': { importKey: null, deriveBits: 'HkdfParams', getKeyLength: null },
  'PBKDF2': { importKey: null, deriveBits: 'Pbkdf2Params', getKeyLength: null },
  'Argon2d': ARGON2,
  'Argon2i': ARGON2,
  'Argon2id': ARGON2,
};

const experimental = new Set(['SHA3-256', 'SHA3-384', 'SHA3-512', 'cSHAKE128', 'cSHAKE256', 'KMAC128', 'KMAC256', 'AES-OCB',
  'ChaCha20-Poly1305', 'Argon2d', 'Argon2i', 'Argon2id', 'Ed448', 'X448', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87', 'ML-KEM-512', 'ML-KEM-768',
  'ML-KEM-1024']);

const byName = new Map(Object.keys(algorithms).map((name) => [name.toUpperCase(), name]));

function domException(message, name, cause) {
  const { DOMException } = require('internal/errors/dom_exception');
  return new DOMException(message, cause === undefined ? name : { name, cause });
}

function typeError(code, message) {
  return require('internal/crypto/input').codedError(TypeError, code, message);
}

const PREFIX = 'Failed to normalize algorithm';

const limits = { 'octet': 255, 'unsigned short': 65535, 'unsigned long': 4294967295 };

function unsupported(message) {
  return domException(message, 'NotSupportedError');
}

/** The length of a key, in bits: whole bytes, and not none of them. */
function keyBits(value, what, dictionary, errorName) {
  const length = convert(value, 'unsigned long', what);
  if (length === 0) throw domException(`${dictionary}.length cannot be 0`, errorName);
  if (length % 8 !== 0) throw unsupported(`Unsupported ${dictionary}.length`);
  return length;
}

/**
 * A member as its type has it; bytes are copied, for the caller may change them. Here too is told what Node can't do with a value that the
 * specification has, so that `SubtleCrypto.supports` knows of it.
 */
function convert(value, type, what, dictionary, name) {
  switch (type) {
    case 'bytes': {
      if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
      if (isAnyArrayBuffer(value)) return new Uint8Array(value).slice();
      throw typeError('ERR_INVALID_ARG_TYPE', `${what} is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.`);
    }
    case 'no bytes': {
      const bytes = convert(value, 'bytes', what);
      if (bytes.byteLength !== 0) throw unsupported(`Non zero-length ${dictionary}.${name} is not supported.`);
      return bytes;
    }
    case 'bits': {
      const length = convert(value, 'unsigned long', what);
      if (length % 8 !== 0) throw unsupported(`Unsupported ${dictionary} length`);
      return length;
    }
    case 'key bits':
      return keyBits(value, what, dictionary, 'DataError');
    case 'new key bits':
      return keyBits(value, what, dictionary, 'OperationError');
    case 'hash':
      if (!/^sha/i.test(nameOf(value))) throw unsupported(`Only SHA hashes are supported in ${dictionary}`);
      return normalize(value, 'digest');
    case 'text':
      if (typeof value === 'symbol') throw typeError('ERR_INVALID_ARG_TYPE', `${what} is a Symbol and cannot be converted to a string.`);
      return `${value}`;
    case 'key':
      if (!require('internal/crypto/crypto_key').isCryptoKey(value)) throw typeError('ERR_INVALID_ARG_TYPE', `${what} is not of type CryptoKey.`);
      return value;
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) throw typeError('ERR_INVALID_ARG_TYPE', `${what} is not a finite number.`);
      const whole = Math.trunc(number);
      if (whole < 0 || whole > limits[type]) {
        throw typeError('ERR_OUT_OF_RANGE', `${what} is outside the expected range of 0 to ${limits[type]}.`);
      }
      return whole;
    }
  }
}

function readDictionary(algorithm, dictionary) {
  const members = dictionaries[dictionary];
  const read = {};
  for (const key of Object.keys(members)) {
    const optional = key.endsWith('?');
    const name = optional ? key.slice(0, -1) : key;
    const value = algorithm[name];
    if (value !== undefined) {
      read[name] = convert(value, members[key], `${PREFIX}: '${name}' of '${dictionary}' (passed algorithm)`, dictionary, name);
    } else if (!optional) {
      throw typeError('ERR_MISSING_OPTION',
                      `${PREFIX}: passed algorithm can not be converted to '${dictionary}' because '${name}' is required in '${dictionary}'.`);
    }
  }
  return read;
}

function isObject(value) {
  return typeof value === 'object' && value !== null || typeof value === 'function';
}

/** The name that an algorithm is given by: its own, or that of a dictionary. */
function nameOf(algorithm) {
  if (!isObject(algorithm)) return `${algorithm}`;
  if (algorithm.name === undefined) {
    throw typeError('ERR_MISSING_OPTION', `${PREFIX}: passed algorithm can not be converted to 'Algorithm' because 'name' is required in 'Algorithm'.`);
  }
  return convert(algorithm.name, 'text', `${PREFIX}: 'name' of 'Algorithm' (passed algorithm)`);
}

/**
 * An algorithm as an operation takes it: with the name as it is written here and its parameters checked.
 * @param {string|object} algorithm
 * @param {string} operation `digest`, `sign` … `getKeyLength`
 */
function normalize(algorithm, operation) {
  const name = byName.get(nameOf(algorithm).toUpperCase());
  const operations = algorithms[name];
  if (operations === undefined || !(operation in operations)) throw unsupported('Unrecognized algorithm name');
  if (experimental.has(name)) require('internal/util').emitExperimentalWarning(`The ${name} Web Crypto API algorithm`);
  const dictionary = operations[operation];
  if (dictionary === null) return { name };
  return { name, ...readDictionary(isObject(algorithm) ? algorithm : {}, dictionary) };
}

/** The name of a hash for `node:crypto`; cSHAKE without its strings is SHAKE. */
function hashName({ name }) {
  return name.startsWith('cSHAKE') ? name.slice(1).toLowerCase() : name.startsWith('SHA3') ? name.toLowerCase() : name.replace('-', '').toLowerCase();
}

/** In bits, what HMAC takes in at a time, which is how long a key is unless it is told. */
function blockBits({ name }) {
  switch (name) {
    case 'SHA-1': case 'SHA-256': return 512;
    case 'SHA-384': case 'SHA-512': return 1024;
    default: throw unsupported('Explicit algorithm length member is required');
  }
}

module.exports = { algorithms, blockBits, domException, hashName, normalize, typeError };
