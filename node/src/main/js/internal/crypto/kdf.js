'use strict';

/** Keys derived from passwords and from other keys: PBKDF2, scrypt, HKDF, Argon2. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/kdf');
const { getArrayBufferOrView } = require('internal/crypto/input');
const {
  validateFunction, validateInt32, validateInteger, validateObject, validateOneOf, validateString, validateUint32,
} = require('internal/validators');

/** Gives a key from the pool to a callback. */
function answering(callback, convert) {
  return (error, key) => {
    if (error) callback(error);
    else callback(null, convert === undefined ? key : convert(key));
  };
}

function pbkdf2Arguments(password, salt, iterations, keylen, digest) {
  validateString(digest, 'digest');
  password = getArrayBufferOrView(password, 'password');
  salt = getArrayBufferOrView(salt, 'salt');
  validateInt32(iterations, 'iterations', 1);
  validateInt32(keylen, 'keylen', 0);
  return [password, salt, iterations, keylen, digest];
}

function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  if (typeof digest === 'function') {
    callback = digest;
    digest = undefined;
  }
  const args = pbkdf2Arguments(password, salt, iterations, keylen, digest);
  validateFunction(callback, 'callback');
  natives.pbkdf2(...args, answering(callback));
}

function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  return natives.pbkdf2(...pbkdf2Arguments(password, salt, iterations, keylen, digest));
}

const scryptDefaults = { N: 16384, r: 8, p: 1, maxmem: 32 << 20 };
const scryptNames = [['N', 'cost'], ['r', 'blockSize'], ['p', 'parallelization']];

function scryptArguments(password, salt, keylen, options) {
  password = getArrayBufferOrView(password, 'password');
  salt = getArrayBufferOrView(salt, 'salt');
  validateInt32(keylen, 'keylen', 0);
  const chosen = { ...scryptDefaults };
  if (options && options !== scryptDefaults) {
    for (const [short, long] of scryptNames) {
      if (options[short] !== undefined) {
        chosen[short] = options[short];
        validateUint32(chosen[short], short);
      }
      if (options[long] !== undefined) {
        if (options[short] !== undefined) throw new errors.ERR_INCOMPATIBLE_OPTION_PAIR(short, long);
        chosen[short] = options[long];
        validateUint32(chosen[short], long);
      }
    }
    if (options.maxmem !== undefined) {
      chosen.maxmem = options.maxmem;
      validateInteger(chosen.maxmem, 'maxmem', 0);
    }
    for (const [short] of scryptNames) chosen[short] ||= scryptDefaults[short];
    chosen.maxmem ||= scryptDefaults.maxmem;
  }
  return [password, salt, chosen.N, chosen.r, chosen.p, chosen.maxmem, keylen];
}

function scrypt(password, salt, keylen, options, callback = options) {
  if (callback === options) options = undefined;
  const args = scryptArguments(password, salt, keylen, options);
  validateFunction(callback, 'callback');
  natives.scrypt(...args, answering(callback));
}

function scryptSync(password, salt, keylen, options) {
  return natives.scrypt(...scryptArguments(password, salt, keylen, options));
}

const HKDF_TYPES = ['ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'];

function hkdfBytes(value, name) {
  if (typeof value === 'string' || ArrayBuffer.isView(value) || require('internal/crypto/input').isAnyArrayBuffer(value)) {
    return getArrayBufferOrView(value, name);
  }
  throw new errors.ERR_INVALID_ARG_TYPE(name, ['string', ...HKDF_TYPES], value);
}

function hkdfKey(key) {
  const { isCryptoKey, isKeyObject } = require('internal/util/types');
  if (isKeyObject(key) || isCryptoKey(key)) return require('internal/crypto/keys').secretHandle(key);
  if (typeof key === 'string' || ArrayBuffer.isView(key) || require('internal/crypto/input').isAnyArrayBuffer(key)) {
    return getArrayBufferOrView(key, 'ikm');
  }
  throw new errors.ERR_INVALID_ARG_TYPE('ikm', ['string', 'SecretKeyObject', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'], key);
}

function hkdfArguments(digest, key, salt, info, length) {
  validateString(digest, 'digest');
  key = hkdfKey(key);
  salt = hkdfBytes(salt, 'salt');
  info = hkdfBytes(info, 'info');
  validateInteger(length, 'length', 0, 0x7fffffff);
  if (info.byteLength > 1024) {
    throw new errors.ERR_OUT_OF_RANGE('info', 'must not contain more than 1024 bytes', info.byteLength);
  }
  return [digest, key, salt, info, length];
}

function bufferOf(key) {
  return key.buffer;
}

function hkdf(digest, ikm, salt, info, keylen, callback) {
  const args = hkdfArguments(digest, ikm, salt, info, keylen);
  validateFunction(callback, 'callback');
  natives.hkdf(...args, answering(callback, bufferOf));
}

function hkdfSync(digest, ikm, salt, info, keylen) {
  return bufferOf(natives.hkdf(...hkdfArguments(digest, ikm, salt, info, keylen)));
}

const ARGON2_TYPES = ['argon2d', 'argon2i', 'argon2id'];
const UINT32_MAX = 2 ** 32 - 1;

function argon2Bytes(parameters, name, least, optional = false) {
  if (optional && parameters[name] === undefined) return new Uint8Array(0);
  const bytes = getArrayBufferOrView(parameters[name], `parameters.${name}`);
  if (bytes.byteLength < least || bytes.byteLength > UINT32_MAX) {
    throw new errors.ERR_OUT_OF_RANGE(`parameters.${name}.byteLength`, `>= ${least} && <= ${UINT32_MAX}`, bytes.byteLength);
  }
  return bytes;
}

function argon2Arguments(algorithm, parameters) {
  validateString(algorithm, 'algorithm');
  validateOneOf(algorithm, 'algorithm', ARGON2_TYPES);
  validateObject(parameters, 'parameters');
  const { parallelism, tagLength, memory, passes } = parameters;
  const message = argon2Bytes(parameters, 'message', 0);
  const nonce = argon2Bytes(parameters, 'nonce', 8);
  validateInteger(parallelism, 'parameters.parallelism', 1, 2 ** 24 - 1);
  validateInteger(tagLength, 'parameters.tagLength', 4, UINT32_MAX);
  validateInteger(memory, 'parameters.memory', 8 * parallelism, UINT32_MAX);
  validateUint32(passes, 'parameters.passes', true);
  const secret = argon2Bytes(parameters, 'secret', 0, true);
  const associatedData = argon2Bytes(parameters, 'associatedData', 0, true);
  return [algorithm, message, nonce, secret, associatedData, parallelism, tagLength, memory, passes];
}

function argon2(algorithm, parameters, callback) {
  const args = argon2Arguments(algorithm, parameters);
  validateFunction(callback, 'callback');
  natives.argon2(...args, answering(callback));
}

function argon2Sync(algorithm, parameters) {
  return natives.argon2(...argon2Arguments(algorithm, parameters));
}

module.exports = { argon2, argon2Sync, hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync };
