'use strict';

/** KeyObject and its classes: keys that programs hold without seeing them. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/keys');
const { isAnyArrayBuffer } = require('internal/crypto/input');
const types = require('internal/util/types');

/** What a key is taken for; each says which halves of a pair will do. */
const CONSUME_PUBLIC = 0;
const CONSUME_PRIVATE = 1;
const CREATE_PUBLIC = 2;
const CREATE_PRIVATE = 3;

/** What a KeyObject holds, unseen: put on an object that exists already, so that a clone can become one. */
class Contents extends function(object) { return object; } {
  #type;
  #handle;
  #kind;
  #details;

  constructor(object, type, handle) {
    super(object);
    this.#type = type;
    this.#handle = handle;
  }

  static has(value) {
    return typeof value === 'object' && value !== null && #handle in value;
  }

  static type(key) {
    return key.#type;
  }

  static handle(key) {
    return key.#handle;
  }

  static kind(key) {
    return key.#kind ??= natives.kind(key.#handle);
  }

  static details(key) {
    if (key.#details === undefined) {
      key.#details = {};
      natives.details(key.#handle, key.#details);
    }
    return { ...key.#details };
  }
}

const isKeyObject = Contents.has;

/** The key behind a KeyObject, as Java knows it. */
const handleOf = Contents.handle;

class KeyObject {
  constructor(type, handle) {
    if (type !== 'secret' && type !== 'public' && type !== 'private') throw new errors.ERR_INVALID_ARG_VALUE('type', type);
    if (typeof handle !== 'object' || handle === null || !natives.isKey(handle)) {
      throw new errors.ERR_INVALID_ARG_TYPE('handle', 'object', handle);
    }
    new Contents(this, type, handle);
    require('internal/crypto/key_clone').markKey(this, type);
  }

  /** `secret`, `public` or `private`. */
  get type() {
    return Contents.type(this);
  }

  static from(key) {
    if (!types.isCryptoKey(key)) throw new errors.ERR_INVALID_ARG_TYPE('key', 'CryptoKey', key);
    return require('internal/crypto/crypto_key').keyObjectOf(key);
  }

  equals(otherKeyObject) {
    if (!isKeyObject(otherKeyObject)) throw new errors.ERR_INVALID_ARG_TYPE('otherKeyObject', 'KeyObject', otherKeyObject);
    return otherKeyObject.type === this.type && natives.equals(handleOf(this), handleOf(otherKeyObject));
  }
}

Object.defineProperty(KeyObject.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'KeyObject' });

types.setKeyTests({ isKeyObject });

class SecretKeyObject extends KeyObject {
  constructor(handle) {
    super('secret', handle);
  }

  /** In bytes. */
  get symmetricKeySize() {
    return natives.secretSize(handleOf(this));
  }

  export(options) {
    if (options !== undefined) {
      const { validateObject, validateOneOf } = require('internal/validators');
      validateObject(options, 'options');
      validateOneOf(options.format, 'options.format', [undefined, 'buffer', 'jwk']);
      if (options.format === 'jwk') return { kty: 'oct', k: natives.secretBytes(handleOf(this)).toString('base64url') };
    }
    return natives.secretBytes(handleOf(this));
  }

  toCryptoKey(algorithm, extractable, keyUsages) {
    return require('internal/crypto/subtle').fromKeyObject(this, algorithm, extractable, keyUsages);
  }
}

class AsymmetricKeyObject extends KeyObject {
  /** `rsa`, `ec`, `ed25519` … */
  get asymmetricKeyType() {
    return Contents.kind(this);
  }

  get asymmetricKeyDetails() {
    return Contents.details(this);
  }

  toCryptoKey(algorithm, extractable, keyUsages) {
    return require('internal/crypto/subtle').fromKeyObject(this, algorithm, extractable, keyUsages);
  }
}

function exportJwk(handle) {
  const jwk = {};
  natives.toJwk(handle, jwk);
  return jwk;
}

class PublicKeyObject extends AsymmetricKeyObject {
  constructor(handle) {
    super('public', handle);
  }

  export(options) {
    if (options?.format === 'jwk') return exportJwk(handleOf(this));
    const { format, type } = encodings().parsePublicKeyEncoding(options, this.asymmetricKeyType);
    return natives.export(handleOf(this), format, type);
  }
}

class PrivateKeyObject extends AsymmetricKeyObject {
  constructor(handle) {
    super('private', handle);
  }

  export(options) {
    if (options?.format === 'jwk') {
      if (options.passphrase !== undefined) throw new errors.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS('jwk', 'does not support encryption');
      return exportJwk(handleOf(this));
    }
    return encodings().exportPrivate(handleOf(this), encodings().parsePrivateKeyEncoding(options, this.asymmetricKeyType));
  }
}

function encodings() {
  return require('internal/crypto/key_encodings');
}

/** The class's object for a key that Java made. */
function keyObject(type, handle) {
  if (type === 'secret') return new SecretKeyObject(handle);
  return type === 'public' ? new PublicKeyObject(handle) : new PrivateKeyObject(handle);
}

/** Makes an object of another class the KeyObject that a key is. */
function become(object, key) {
  Object.setPrototypeOf(object, Object.getPrototypeOf(key));
  new Contents(object, key.type, handleOf(key));
}

const BYTES = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

function keyTypes(allowKeyObject) {
  return allowKeyObject ? [...BYTES, 'string', 'KeyObject', 'CryptoKey'] : [...BYTES, 'string'];
}

function isStringOrBuffer(value) {
  return typeof value === 'string' || ArrayBuffer.isView(value) || isAnyArrayBuffer(value);
}

/** A key that is an object already; `purpose` says which half will do. */
function handleFor(key, purpose) {
  if (types.isCryptoKey(key)) key = require('internal/crypto/crypto_key').keyObjectOf(key);
  if (purpose === CREATE_PRIVATE) throw new errors.ERR_INVALID_ARG_TYPE('key', ['string', ...BYTES], key);
  if (key.type !== 'private') {
    if (purpose === CONSUME_PRIVATE || purpose === CREATE_PUBLIC) {
      throw new errors.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, 'private');
    }
    if (key.type !== 'public') throw new errors.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, 'private or public');
  }
  return handleOf(key);
}

/** A key in any of the shapes that functions take, as Java knows it. */
function prepareAsymmetricKey(key, purpose) {
  if (types.isKeyObject(key) || types.isCryptoKey(key)) return handleFor(key, purpose);
  if (isStringOrBuffer(key)) return parse(key, undefined, undefined, undefined, purpose, 'key');
  if (typeof key !== 'object' || key === null) throw new errors.ERR_INVALID_ARG_TYPE('key', keyTypes(purpose !== CREATE_PRIVATE), key);
  const { key: data, encoding, format } = key;
  if (types.isKeyObject(data) || types.isCryptoKey(data)) return handleFor(data, purpose);
  if (format === 'jwk') {
    require('internal/validators').validateObject(data, 'key.key');
    return encodings().fromJwk(data, purpose === CONSUME_PRIVATE || purpose === CREATE_PRIVATE);
  }
  if (!isStringOrBuffer(data)) throw new errors.ERR_INVALID_ARG_TYPE('key.key', keyTypes(purpose !== CREATE_PRIVATE), data);
  const isPublic = purpose === CONSUME_PRIVATE || purpose === CREATE_PRIVATE ? false : undefined;
  const { format: parsed, type, passphrase } = encodings().parseKeyEncoding(key, undefined, isPublic);
  return parse(data, encoding, parsed === 'der' ? type : undefined, passphrase, purpose, 'key');
}

function parse(data, encoding, type, passphrase, purpose, name) {
  const bytes = require('internal/crypto/input').getArrayBufferOrView(data, name, encoding);
  if (purpose === CONSUME_PRIVATE || purpose === CREATE_PRIVATE) return natives.privateKey(bytes, type, passphrase);
  return natives.publicKey(bytes, type, passphrase);
}

function preparePrivateKey(key) {
  return prepareAsymmetricKey(key, CONSUME_PRIVATE);
}

function preparePublicOrPrivateKey(key) {
  return prepareAsymmetricKey(key, CONSUME_PUBLIC);
}

function createSecretKey(key, encoding) {
  key = require('internal/crypto/secret').prepareSecretKey(key, encoding, true);
  return new SecretKeyObject(natives.secretKey(key));
}

function createPublicKey(key) {
  return new PublicKeyObject(natives.publicOf(prepareAsymmetricKey(key, CREATE_PUBLIC)));
}

function createPrivateKey(key) {
  return new PrivateKeyObject(prepareAsymmetricKey(key, CREATE_PRIVATE));
}

/** The secret key behind a KeyObject or CryptoKey. */
function secretHandle(key) {
  const object = types.isCryptoKey(key) ? require('internal/crypto/crypto_key').keyObjectOf(key) : key;
  if (object.type !== 'secret') throw new errors.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(object.type, 'secret');
  return handleOf(object);
}

module.exports = {
  KeyObject, PrivateKeyObject, PublicKeyObject, SecretKeyObject, become, createPrivateKey, createPublicKey, createSecretKey, handleOf,
  isKeyObject, isStringOrBuffer, keyObject, preparePrivateKey, preparePublicOrPrivateKey, secretHandle,
};
