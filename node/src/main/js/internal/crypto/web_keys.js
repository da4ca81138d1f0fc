'use strict';

/** Keys of `subtle`: making, importing and exporting them. */

const natives = binding('internal/crypto/keys');
const { fromHandle, makeKey, slotsOf } = require('internal/crypto/crypto_key');
const { blockBits, domException } = require('internal/crypto/web_algorithms');
const keys = require('internal/crypto/keys');

/** What secret keys, public and private keys of each algorithm may be used for. */
const usagesOf = {
  '__proto__': null,
  'AES-CBC': { secret: ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'] },
  'AES-KW': { secret: ['wrapKey', 'unwrapKey'] },
  'HMAC': { secret: ['sign', 'verify'] },
  'HKDF': { secret: ['deriveKey', 'deriveBits'] },
  'RSA-OAEP': { public: ['encrypt', 'wrapKey'], private: ['decrypt', 'unwrapKey'] },
  'ECDSA': { public: ['verify'], private: ['sign'] },
  'ECDH': { public: [], private: ['deriveKey', 'deriveBits'] },
  'ML-KEM-512': { public: ['encapsulateBits', 'encapsulateKey'], private: ['decapsulateBits', 'decapsulateKey'] },
};
for (const name of ['AES-CTR', 'AES-GCM', 'AES-OCB', 'ChaCha20-Poly1305']) usagesOf[name] = usagesOf['AES-CBC'];
for (const name of ['KMAC128', 'KMAC256']) usagesOf[name] = usagesOf.HMAC;
for (const name of ['PBKDF2', 'Argon2d', 'Argon2i', 'Argon2id']) usagesOf[name] = usagesOf.HKDF;
for (const name of ['RSASSA-PKCS1-v1_5', 'RSA-PSS', 'Ed25519', 'Ed448', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87']) usagesOf[name] = usagesOf.ECDSA;
for (const name of ['X25519', 'X448']) usagesOf[name] = usagesOf.ECDH;
for (const name of ['ML-KEM-768', 'ML-KEM-1024']) usagesOf[name] = usagesOf['ML-KEM-512'];

const isAes = (name) => name.startsWith('AES-');
const isRsa = (name) => name.startsWith('RSA');
const isEc = (name) => name === 'ECDSA' || name === 'ECDH';
const isCurve = (name) => name.startsWith('Ed') || name.startsWith('X');
const isMac = (name) => usagesOf[name] === usagesOf.HMAC;
const isMlDsa = (name) => name.startsWith('ML-DSA');
const isMlKem = (name) => name.startsWith('ML-KEM');
const onlyDerives = (name) => usagesOf[name] === usagesOf.HKDF;

function checkUsages(name, usages, allowed, kind) {
  if (usages.some((usage) => !allowed.includes(usage))) throw domException(`Unsupported key usage for ${kind} key`, 'SyntaxError');
}

/** How messages call a key that is made. */
function madeKey(name) {
  if (isAes(name)) return 'an AES';
  if (isRsa(name)) return 'a RSA';
  if (name.startsWith('KMAC')) return name;
  return name === 'ChaCha20-Poly1305' ? `a ${name}` : `an ${name}`;
}

/** How messages call a key that is there already. */
function givenKey(name) {
  if (isAes(name)) return 'an AES';
  if (isMac(name)) return name;
  return isRsa(name) ? `an ${name}` : `a ${name}`;
}

function checkCurve(namedCurve) {
  if (namedCurve !== 'P-256' && namedCurve !== 'P-384' && namedCurve !== 'P-521') {
    throw domException('Unrecognized namedCurve', 'NotSupportedError');
  }
}

function failed(error) {
  return domException('The operation failed for an operation-specific reason', 'OperationError', error);
}

function onPool(make, ...args) {
  return new Promise((resolve, reject) => {
    make(...args, (error, handle) => (error ? reject(failed(error)) : resolve(handle)));
  });
}

// Making

async function generateSecret(algorithm, extractable, usages) {
  const { name } = algorithm;
  checkUsages(name, usages, usagesOf[name].secret, madeKey(name));
  let { length } = algorithm;
  const described = { name };
  if (isAes(name)) {
    if (length !== 128 && length !== 192 && length !== 256) throw domException('AES key length must be 128, 192, or 256 bits', 'OperationError');
    described.length = length;
  } else if (isMac(name)) {
    length ??= macBits(algorithm);
    described.length = length;
    if (algorithm.hash !== undefined) described.hash = algorithm.hash;
  } else {
    length = 256;
  }
  const handle = await onPool(natives.generateSecret, length);
  return fromHandle('secret', handle, described, usages, extractable);
}

/** In bits, how long a MAC's key is unless it is told. */
function macBits({ hash, name }) {
  return name === 'HMAC' ? blockBits(hash) : Number(name.slice('KMAC'.length));
}

function exponentOf(bytes) {
  let exponent = 0;
  for (const byte of bytes) exponent = exponent * 256 + byte;
  return exponent;
}

async function makePair(algorithm) {
  const { name } = algorithm;
  if (isRsa(name)) {
    const { modulusLength, publicExponent, hash } = algorithm;
    const exponent = exponentOf(publicExponent);
    if (exponent === 0 || exponent > 0xffffffff) throw domException('The publicExponent must be equivalent to an unsigned 32-bit value', 'OperationError');
    const handle = await onPool(natives.generateRsa, modulusLength, exponent, 'rsa', undefined, undefined, undefined);
    return [handle, { name, modulusLength, publicExponent, hash }];
  }
  if (isEc(name)) {
    checkCurve(algorithm.namedCurve);
    return [await onPool(natives.generateEc, algorithm.namedCurve), { name, namedCurve: algorithm.namedCurve }];
  }
  return [await onPool(natives.generateNamed, name.toLowerCase()), { name }];
}

async function generatePair(algorithm, extractable, usages) {
  const { name } = algorithm;
  const allowed = usagesOf[name];
  checkUsages(name, usages, [...allowed.public, ...allowed.private], madeKey(name));
  const [handle, described] = await makePair(algorithm);
  const pick = (list) => list.filter((usage) => usages.includes(usage));
  return {
    __proto__: null,
    publicKey: fromHandle('public', natives.publicOf(handle), { ...described }, pick(allowed.public), true),
    privateKey: fromHandle('private', handle, { ...described }, pick(allowed.private), extractable),
  };
}

async function generateKey(algorithm, extractable, usages) {
  const secret = usagesOf[algorithm.name].secret !== undefined;
  const made = secret ? await generateSecret(algorithm, extractable, usages) : await generatePair(algorithm, extractable, usages);
  if (slotsOf(secret ? made : made.privateKey).usages.length === 0) {
    throw domException('Usages cannot be empty when creating a key.', 'SyntaxError');
  }
  return made;
}

// Importing

const HASH_SUFFIX = { 'SHA-1': '1', 'SHA-256': '256', 'SHA-384': '384', 'SHA-512': '512' };

/** The names that JOSE has for an algorithm, or undefined. */
function joseName(algorithm, key) {
  const { name } = algorithm;
  const suffix = algorithm.hash && HASH_SUFFIX[algorithm.hash.name];
  switch (name) {
    case 'RSASSA-PKCS1-v1_5': return suffix && `RS${suffix}`;
    case 'RSA-PSS': return suffix && `PS${suffix}`;
    case 'RSA-OAEP': return suffix && (suffix === '1' ? 'RSA-OAEP' : `RSA-OAEP-${suffix}`);
    case 'HMAC': return suffix && `HS${suffix}`;
    case 'ChaCha20-Poly1305': return 'C20P';
    case 'KMAC128': case 'KMAC256': return name.replace('KMAC', 'K');
    case 'Ed25519': case 'Ed448': return name;
    default: return isAes(name) ? `A${key}${name.slice('AES-'.length)}` : undefined;
  }
}

function invalidKey(message = 'Invalid keyData', cause = undefined) {
  return domException(message, 'DataError', cause);
}

function checkJwk(jwk, kty, use, extractable, usages) {
  if (!jwk.kty) throw invalidKey();
  if (jwk.kty !== kty) throw invalidKey('Invalid JWK "kty" Parameter');
  if (usages.length > 0 && use !== undefined && jwk.use !== undefined && jwk.use !== use) throw invalidKey('Invalid JWK "use" Parameter');
  if (jwk.key_ops !== undefined) {
    const operations = jwk.key_ops;
    if (!Array.isArray(operations)) throw invalidKey('Invalid JWK "key_ops" Parameter');
    if (new Set(operations).size !== operations.length) throw invalidKey('Duplicate key operation');
    if (usages.some((usage) => !operations.includes(usage))) throw invalidKey('Key operations and usage mismatch');
  }
  if (jwk.ext !== undefined && jwk.ext === false && extractable) throw invalidKey('JWK "ext" Parameter and extractable mismatch');
}

/** Whether `raw` will do for a secret key; newer algorithms take `raw-secret` alone. */
function takesRaw(name) {
  return name !== 'AES-OCB' && name !== 'ChaCha20-Poly1305' && !name.startsWith('Argon2') && !name.startsWith('KMAC');
}

function importSecret(format, data, algorithm, extractable, usages) {
  const { name } = algorithm;
  const derives = onlyDerives(name);
  checkUsages(name, usages, usagesOf[name].secret, givenKey(name));
  if (derives && extractable) throw domException(`${name} keys are not extractable`, 'SyntaxError');
  let bytes = data;
  if (format === 'jwk') {
    if (derives) throw unable(format, name);
    checkJwk(data, 'oct', isMac(name) ? 'sig' : 'enc', extractable, usages);
    if (typeof data.k !== 'string') throw invalidKey('Invalid keyData', invalidSecretJwk());
    bytes = require('buffer').Buffer.from(data.k, 'base64url');
  } else if (format !== 'raw-secret' && !(format === 'raw' && takesRaw(name))) {
    throw unable(format, name);
  }
  const described = { name };
  const bits = bytes.byteLength * 8;
  if (isAes(name)) {
    if (bits !== 128 && bits !== 192 && bits !== 256) throw invalidKey('Invalid key length');
    described.length = bits;
  } else if (name === 'ChaCha20-Poly1305') {
    if (bits !== 256) throw invalidKey('Invalid key length');
  } else if (isMac(name)) {
    if (bits === 0) throw invalidKey('Zero-length key is not supported');
    if (algorithm.length !== undefined && algorithm.length !== bits) throw invalidKey('Invalid key length');
    described.length = bits;
    if (algorithm.hash !== undefined) described.hash = algorithm.hash;
  }
  const alg = format === 'jwk' ? joseName(described, bits) : undefined;
  if (alg !== undefined && data.alg !== undefined && data.alg !== alg) throw invalidKey('JWK "alg" does not match the requested algorithm');
  return fromHandle('secret', natives.secretKey(bytes), described, usages, extractable);
}

function invalidSecretJwk() {
  const error = new Error('Invalid JWK secret key format');
  error.code = 'ERR_CRYPTO_INVALID_JWK';
  return error;
}

function unable(format, name) {
  return domException(`Unable to import ${name} using ${format} format`, 'NotSupportedError');
}

const KTY = (name) => (isRsa(name) ? 'RSA' : isEc(name) ? 'EC' : isMlDsa(name) ? 'AKP' : 'OKP');
const USE = (name) => (name === 'RSA-OAEP' || name === 'ECDH' || name.startsWith('X') ? 'enc' : 'sig');

/** The KeyObject in data of a format. */
function readPair(format, data, algorithm, extractable, usages) {
  const { name } = algorithm;
  const isPrivate = format === 'pkcs8' || format === 'raw-seed' || format === 'jwk' && data[isMlDsa(name) ? 'priv' : 'd'] !== undefined;
  checkUsages(name, usages, usagesOf[name][isPrivate ? 'private' : 'public'], givenKey(name));
  try {
    switch (format) {
      case 'spki': return keys.createPublicKey({ key: data, format: 'der', type: 'spki' });
      case 'pkcs8': return keys.createPrivateKey({ key: data, format: 'der', type: 'pkcs8' });
      case 'jwk':
        return isPrivate ? privateKeyOfJwk(data, name) : keys.createPublicKey({ key: data, format: 'jwk' });
      default: {
        const handle = natives.fromRaw(isEc(name) ? algorithm.namedCurve : name.toLowerCase(), isPrivate, data);
        if (handle === undefined) throw invalidKey();
        return keys.keyObject(isPrivate ? 'private' : 'public', handle);
      }
    }
  } catch (error) {
    if (error?.name === 'DataError') throw error;
    throw invalidKey('Invalid keyData', error);
  }
}

/** A private key with the public half that it is told to have; the numbers of RSA and EC are checked where they are read. */
function privateKeyOfJwk(jwk, name) {
  const isWhole = !isRsa(name) && !isEc(name);
  if (isWhole && jwk[isMlDsa(name) ? 'pub' : 'x'] === undefined) throw invalidKey('Invalid JWK');
  const key = keys.createPrivateKey({ key: jwk, format: 'jwk' });
  if (isWhole && !keys.createPublicKey(key).equals(keys.createPublicKey({ key: jwk, format: 'jwk' }))) {
    const errors = require('internal/errors');
    throw new errors.ERR_CRYPTO_INVALID_JWK();
  }
  return key;
}

/** What a key of ECDSA may call its algorithm; a key that is exported does not say. */
const ECDSA_NAMES = { '__proto__': null, 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' };

/** Whether halves of an algorithm's pairs have a format. */
function hasFormat(name, format) {
  const isPostQuantum = isMlDsa(name) || isMlKem(name);
  switch (format) {
    case 'spki': case 'pkcs8': return true;
    case 'jwk': return !isMlKem(name);
    case 'raw': return !isRsa(name) && !isPostQuantum;
    case 'raw-public': return !isRsa(name);
    case 'raw-seed': return isPostQuantum;
    default: return false;
  }
}

function importPair(format, data, algorithm, extractable, usages) {
  const { name } = algorithm;
  if (isEc(name)) checkCurve(algorithm.namedCurve);
  if (!hasFormat(name, format)) throw unable(format, name);
  if (format === 'jwk') {
    checkJwk(data, KTY(name), USE(name), extractable, usages);
    if (isEc(name) && data.crv !== algorithm.namedCurve) throw invalidKey('JWK "crv" does not match the requested algorithm');
    if (isCurve(name) && data.crv !== name) throw invalidKey('JWK "crv" Parameter and algorithm name mismatch');
    if (isMlDsa(name) && data.alg !== name) throw invalidKey('JWK "alg" Parameter and algorithm name mismatch');
    const alg = name === 'ECDSA' ? ECDSA_NAMES[algorithm.namedCurve] : joseName(algorithm, 0);
    const other = name === 'Ed25519' || name === 'Ed448' ? 'EdDSA' : undefined;
    if (data.alg !== undefined && alg !== undefined && data.alg !== alg && data.alg !== other) {
      throw invalidKey('JWK "alg" does not match the requested algorithm');
    }
  }
  const key = readPair(format, data, algorithm, extractable, usages);
  return describePair(key, algorithm, usages, extractable);
}

function exponentBytes(number) {
  const digits = number.toString(16);
  return new Uint8Array(require('buffer').Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex'));
}

/** A CryptoKey of half a pair, if it is of the kind that the algorithm is for. */
function describePair(key, algorithm, usages, extractable) {
  const { name } = algorithm;
  const kind = isRsa(name) ? 'rsa' : isEc(name) ? 'ec' : name.toLowerCase();
  if (key.asymmetricKeyType !== kind) throw invalidKey('Invalid key type');
  const described = { name };
  if (isRsa(name)) {
    const { modulusLength, publicExponent } = key.asymmetricKeyDetails;
    Object.assign(described, { modulusLength, publicExponent: exponentBytes(publicExponent), hash: algorithm.hash });
  } else if (isEc(name)) {
    const curves = { 'prime256v1': 'P-256', 'secp384r1': 'P-384', 'secp521r1': 'P-521' };
    if (curves[key.asymmetricKeyDetails.namedCurve] !== algorithm.namedCurve) throw invalidKey('Named curve mismatch');
    described.namedCurve = algorithm.namedCurve;
  }
  return makeKey(key, described, usages, extractable);
}

function importKey(format, data, algorithm, extractable, usages) {
  const key = usagesOf[algorithm.name].secret !== undefined ?
    importSecret(format, data, algorithm, extractable, usages) :
    importPair(format, data, algorithm, extractable, usages);
  const slots = slotsOf(key);
  if ((slots.type === 'secret' || slots.type === 'private') && slots.usages.length === 0) {
    throw domException(`Usages cannot be empty when importing a ${slots.type} key.`, 'SyntaxError');
  }
  return key;
}

// Exporting

function exportJwk(key) {
  const { algorithm, extractable, keyObject, usages } = slotsOf(key);
  const jwk = keyObject.export({ format: 'jwk' });
  const alg = joseName(algorithm, keyObject.type === 'secret' ? keyObject.symmetricKeySize * 8 : 0);
  return { key_ops: [...usages], ext: extractable, ...(alg === undefined ? undefined : { alg }), ...jwk };
}

/** The type of key that has a format; `raw` is of two. */
const TYPES = { '__proto__': null, 'spki': 'public', 'raw-public': 'public', 'pkcs8': 'private', 'raw-seed': 'private' };

function exportKey(format, key) {
  const { algorithm: { name }, type } = slotsOf(key);
  const possible = type === 'secret' ?
    format === 'jwk' || format === 'raw-secret' || format === 'raw' && takesRaw(name) :
    hasFormat(name, format) && (format === 'jwk' || type === (TYPES[format] ?? 'public'));
  if (!possible) throw domException(`Unable to export ${name} ${type} key using ${format} format`, 'NotSupportedError');
  return format === 'jwk' ? exportJwk(key) : exportBytes(format, key).buffer;
}

function exportBytes(format, key) {
  const { algorithm: { name }, keyObject } = slotsOf(key);
  const handle = keys.handleOf(keyObject);
  switch (format) {
    case 'spki':
      return natives.export(handle, 'der', 'spki');
    case 'pkcs8':
      return isMlDsa(name) || isMlKem(name) ? ofSeed(() => natives.export(handle, 'der', 'pkcs8-seed')) : natives.export(handle, 'der', 'pkcs8');
    case 'raw-seed':
      return ofSeed(() => natives.rawSeed(handle));
    default:
      return keyObject.type === 'secret' ? keyObject.export() : natives.rawPublic(handle);
  }
}

/** What is made of a private key's seed, which may not be there. */
function ofSeed(make) {
  try {
    return make();
  } catch (error) {
    throw failed(error);
  }
}

module.exports = { describePair, exportKey, failed, generateKey, givenKey, importKey, macBits, usagesOf };
