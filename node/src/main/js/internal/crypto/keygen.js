'use strict';

/** New keys and pairs. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/keys');
const { codedError } = require('internal/crypto/input');
const { keyObject } = require('internal/crypto/keys');
const {
  validateFunction, validateInt32, validateInteger, validateObject, validateOneOf, validateString, validateUint32,
} = require('internal/validators');

/** How the halves of a pair are to be written, parsed; undefined for KeyObjects. */
function pairEncoding(keyType, options = {}) {
  const { publicKeyEncoding, privateKeyEncoding } = options;
  const parsed = {};
  const encodings = require('internal/crypto/key_encodings');
  if (publicKeyEncoding !== undefined) {
    if (typeof publicKeyEncoding !== 'object' || publicKeyEncoding === null) {
      throw new errors.ERR_INVALID_ARG_VALUE('options.publicKeyEncoding', publicKeyEncoding);
    }
    parsed.public = encodings.parsePublicKeyEncoding(publicKeyEncoding, keyType, 'publicKeyEncoding');
  }
  if (privateKeyEncoding !== undefined) {
    if (typeof privateKeyEncoding !== 'object' || privateKeyEncoding === null) {
      throw new errors.ERR_INVALID_ARG_VALUE('options.privateKeyEncoding', privateKeyEncoding);
    }
    parsed.private = encodings.parsePrivateKeyEncoding(privateKeyEncoding, keyType, 'privateKeyEncoding');
    const { cipher } = parsed.private;
    if (cipher !== undefined && cipher !== null && !natives.knowsCipher(cipher)) throw new errors.ERR_CRYPTO_UNKNOWN_CIPHER();
  }
  return parsed;
}

function rsaArguments(type, options) {
  const { modulusLength, publicExponent = 0x10001 } = options;
  validateUint32(modulusLength, 'options.modulusLength');
  validateUint32(publicExponent, 'options.publicExponent');
  if (type === 'rsa') return [modulusLength, publicExponent, type, undefined, undefined, undefined];
  const { hash, mgf1Hash, hashAlgorithm, mgf1HashAlgorithm, saltLength } = options;
  if (saltLength !== undefined) validateInt32(saltLength, 'options.saltLength', 0);
  if (hashAlgorithm !== undefined) validateString(hashAlgorithm, 'options.hashAlgorithm');
  if (mgf1HashAlgorithm !== undefined) validateString(mgf1HashAlgorithm, 'options.mgf1HashAlgorithm');
  const chosen = renamed(hash, 'hash', hashAlgorithm, 'hashAlgorithm', type);
  const chosenMgf1 = renamed(mgf1Hash, 'mgf1Hash', mgf1HashAlgorithm, 'mgf1HashAlgorithm', type);
  if (chosen !== undefined && !binding('crypto').isDigest(chosen)) throw new errors.ERR_CRYPTO_INVALID_DIGEST(chosen);
  if (chosenMgf1 !== undefined && !binding('crypto').isDigest(chosenMgf1)) {
    throw codedError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid MGF1 digest: ${chosenMgf1}`);
  }
  return [modulusLength, publicExponent, type, chosen, chosenMgf1, saltLength];
}

/** An option that has had another name. */
function renamed(old, oldName, value, name, type) {
  if (old === undefined) return value;
  process.emitWarning(`"options.${oldName}" is deprecated, use "options.${name}" instead.`, 'DeprecationWarning', 'DEP0154');
  validateString(old, `options.${oldName}`);
  if (value !== undefined && old !== value) throw new errors.ERR_INVALID_ARG_VALUE(`options.${oldName}`, old);
  return value ?? old;
}

function dhArguments(options) {
  const { group, primeLength, prime, generator } = options;
  if (group !== undefined) {
    if (prime !== undefined) throw new errors.ERR_INCOMPATIBLE_OPTION_PAIR('group', 'prime');
    if (primeLength !== undefined) throw new errors.ERR_INCOMPATIBLE_OPTION_PAIR('group', 'primeLength');
    if (generator !== undefined) throw new errors.ERR_INCOMPATIBLE_OPTION_PAIR('group', 'generator');
    validateString(group, 'options.group');
    if (!natives.isGroup(group)) throw new errors.ERR_CRYPTO_UNKNOWN_DH_GROUP();
    return [group, undefined, undefined];
  }
  if (prime !== undefined) {
    if (primeLength !== undefined) throw new errors.ERR_INCOMPATIBLE_OPTION_PAIR('prime', 'primeLength');
    require('internal/validators').validateBuffer(prime, 'options.prime');
  } else if (primeLength !== undefined) {
    validateInt32(primeLength, 'options.primeLength', 0);
  } else {
    throw new errors.ERR_MISSING_OPTION('At least one of the group, prime, or primeLength options');
  }
  if (generator !== undefined) validateInt32(generator, 'options.generator', 0);
  return [undefined, prime ?? primeLength, generator];
}

/** The function of Java's that makes a pair, with its arguments. */
function pairMaker(type, options) {
  if (natives.isNamed(type)) return [natives.generateNamed, [type]];
  if (options === undefined || options === null || typeof options !== 'object') {
    if (['rsa', 'rsa-pss', 'dsa', 'ec', 'dh'].includes(type)) validateObject(options, 'options');
  }
  switch (type) {
    case 'rsa':
    case 'rsa-pss':
      return [natives.generateRsa, rsaArguments(type, options)];
    case 'dsa': {
      const { modulusLength } = options;
      validateUint32(modulusLength, 'options.modulusLength');
      let { divisorLength } = options;
      if (divisorLength === undefined || divisorLength === null) divisorLength = modulusLength <= 1024 ? 160 : 256;
      else validateInt32(divisorLength, 'options.divisorLength', 0);
      return [natives.generateDsa, [modulusLength, divisorLength]];
    }
    case 'ec': {
      const { namedCurve, paramEncoding } = options;
      validateString(namedCurve, 'options.namedCurve');
      if (paramEncoding !== undefined && paramEncoding !== null && paramEncoding !== 'named' && paramEncoding !== 'explicit') {
        throw new errors.ERR_INVALID_ARG_VALUE('options.paramEncoding', paramEncoding);
      }
      if (!natives.isCurve(namedCurve)) throw codedError(TypeError, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
      return [natives.generateEc, [namedCurve]];
    }
    case 'dh':
      return [natives.generateDh, dhArguments(options)];
    default:
      throw new errors.ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  }
}

/** The halves as the caller wants them. */
function pairOf(handle, parsed) {
  const { exportPrivate } = require('internal/crypto/key_encodings');
  const publicHandle = natives.publicOf(handle);
  const written = (encoding, key, type, write) => (encoding === undefined ? keyObject(type, key) :
    encoding.format === 'jwk' ? keyObject(type, key).export({ format: 'jwk' }) : write(key, encoding));
  return {
    publicKey: written(parsed.public, publicHandle, 'public', (key, { format, type }) => natives.export(key, format, type)),
    privateKey: written(parsed.private, handle, 'private', exportPrivate),
  };
}

function generateKeyPair(type, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'callback');
  const [make, args, parsed] = prepared(type, options);
  make(...args, (error, handle) => {
    if (error) {
      callback(error);
      return;
    }
    let pair;
    try {
      pair = pairOf(handle, parsed);
    } catch (failure) {
      callback(failure);
      return;
    }
    callback(null, pair.publicKey, pair.privateKey);
  });
}

function prepared(type, options) {
  validateString(type, 'type');
  if (options !== undefined) validateObject(options, 'options');
  const parsed = pairEncoding(type, options);
  return [...pairMaker(type, options), parsed];
}

Object.defineProperty(generateKeyPair, require('internal/util').customPromisifyArgs, {
  __proto__: null, value: ['publicKey', 'privateKey'], enumerable: false,
});

function generateKeyPairSync(type, options) {
  const [make, args, parsed] = prepared(type, options);
  return pairOf(make(...args), parsed);
}

/** @returns {number} the length of a new secret in bits */
function secretLength(type, options) {
  validateString(type, 'type');
  validateObject(options, 'options');
  const { length } = options;
  switch (type) {
    case 'hmac':
      validateInteger(length, 'options.length', 8, 2 ** 31 - 1);
      return length;
    case 'aes':
      validateOneOf(length, 'options.length', [128, 192, 256]);
      return length;
    default:
      throw new errors.ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  }
}

function generateKey(type, options, callback) {
  const length = secretLength(type, options);
  validateFunction(callback, 'callback');
  natives.generateSecret(length, (error, handle) => {
    if (error) callback(error);
    else callback(undefined, keyObject('secret', handle));
  });
}

function generateKeySync(type, options) {
  return keyObject('secret', natives.generateSecret(secretLength(type, options)));
}

module.exports = { generateKey, generateKeyPair, generateKeyPairSync, generateKeySync };
