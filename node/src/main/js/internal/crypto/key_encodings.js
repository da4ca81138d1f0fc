'use strict';

/** How keys are written: the options of `export`, of the functions that take keys and of those that make them. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/keys');
const { getArrayBufferOrView } = require('internal/crypto/input');
const { validateObject, validateString } = require('internal/validators');

function option(name, object) {
  return object === undefined ? `options.${name}` : `options.${object}.${name}`;
}

function parseFormat(format, fallback, name) {
  if (format === undefined && fallback !== undefined) return fallback;
  if (format === 'pem' || format === 'der' || format === 'jwk') return format;
  throw new errors.ERR_INVALID_ARG_VALUE(name, format);
}

function incompatible(type, reason) {
  return new errors.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS(type, reason);
}

function parseType(type, required, keyType, isPublic, name) {
  if (type === undefined && !required) return undefined;
  switch (type) {
    case 'pkcs1':
      if (keyType !== undefined && keyType !== 'rsa') throw incompatible(type, 'can only be used for RSA keys');
      return type;
    case 'spki':
      if (isPublic !== false) return type;
      break;
    case 'pkcs8':
      if (isPublic !== true) return type;
      break;
    case 'sec1':
      if (isPublic === true) break;
      if (keyType !== undefined && keyType !== 'ec') throw incompatible(type, 'can only be used for EC keys');
      return type;
  }
  throw new errors.ERR_INVALID_ARG_VALUE(name, type);
}

/**
 * Options that say how a key is written.
 * @param {string} [keyType] of a key that is to be written; undefined for one that is read
 * @param {boolean} [isPublic] undefined where both halves will do
 * @param {string} [object] what the options are a property of
 */
function parseKeyEncoding(encoding, keyType, isPublic, object) {
  validateObject(encoding, 'options');
  const isInput = keyType === undefined;
  const format = parseFormat(encoding.format, isInput ? 'pem' : undefined, option('format', object));
  const required = (!isInput || format === 'der') && format !== 'jwk';
  const type = parseType(encoding.type, required, keyType, isPublic, option('type', object));
  if (isPublic === true) return { format, type };
  const { cipher, passphrase } = encoding;
  if (!isInput) checkCipher(cipher, passphrase, format, type, object);
  const { isStringOrBuffer } = require('internal/crypto/keys');
  const wanted = isInput ? passphrase !== undefined : cipher !== undefined && cipher !== null;
  if (wanted && !isStringOrBuffer(passphrase)) throw new errors.ERR_INVALID_ARG_VALUE(option('passphrase', object), passphrase);
  return {
    format, type, cipher,
    passphrase: passphrase === undefined ? undefined : getArrayBufferOrView(passphrase, 'key.passphrase', encoding.encoding),
  };
}

function checkCipher(cipher, passphrase, format, type, object) {
  if (cipher !== undefined && cipher !== null) {
    if (typeof cipher !== 'string') throw new errors.ERR_INVALID_ARG_VALUE(option('cipher', object), cipher);
    if (format === 'der' && (type === 'pkcs1' || type === 'sec1')) throw incompatible(type, 'does not support encryption');
  } else if (passphrase !== undefined) {
    throw new errors.ERR_INVALID_ARG_VALUE(option('cipher', object), cipher);
  }
}

function parsePublicKeyEncoding(encoding, keyType, object) {
  return parseKeyEncoding(encoding, keyType, keyType ? true : undefined, object);
}

function parsePrivateKeyEncoding(encoding, keyType, object) {
  return parseKeyEncoding(encoding, keyType, false, object);
}

/** @returns {string|Buffer} a private key as its parsed options say */
function exportPrivate(handle, { format, type, cipher, passphrase }) {
  if (cipher !== undefined && cipher !== null && !natives.knowsCipher(cipher)) throw new errors.ERR_CRYPTO_UNKNOWN_CIPHER();
  return natives.export(handle, format, type, cipher, passphrase);
}

const CURVES = ['P-256', 'secp256k1', 'P-384', 'P-521'];
const OCTETS = ['Ed25519', 'Ed448', 'X25519', 'X448'];
const ML_DSA = ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'];

/** The members of keys by their type: one of few names, the strings of a public key, and those of a private key besides. */
const jwkMembers = {
  __proto__: null,
  RSA: { open: ['n', 'e'], secret: ['d', 'p', 'q', 'dp', 'dq', 'qi'] },
  EC: { choice: ['crv', CURVES], open: ['crv', 'x', 'y'], secret: ['d'] },
  OKP: { choice: ['crv', OCTETS], open: ['crv', 'x'], secret: ['d'] },
  AKP: { choice: ['alg', ML_DSA], open: ['pub'], secret: ['priv'] },
};

/** A key of a JSON Web Key, checked. */
function fromJwk(jwk, isPrivate) {
  const { validateOneOf } = require('internal/validators');
  validateOneOf(jwk.kty, 'key.kty', Object.keys(jwkMembers));
  const { choice, open, secret } = jwkMembers[jwk.kty];
  if (choice !== undefined) validateOneOf(jwk[choice[0]], `key.${choice[0]}`, choice[1]);
  for (const member of isPrivate ? [...open, ...secret] : open) validateString(jwk[member], `key.${member}`);
  return natives.fromJwk(jwk, isPrivate);
}

module.exports = { exportPrivate, fromJwk, parseKeyEncoding, parsePrivateKeyEncoding, parsePublicKeyEncoding };
