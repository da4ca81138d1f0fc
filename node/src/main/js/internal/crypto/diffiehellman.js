'use strict';

/** DiffieHellman, ECDH and `diffieHellman()`: secrets agreed on in the open. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/exchange');
const { codedError, getArrayBufferOrView, isAnyArrayBuffer } = require('internal/crypto/input');
const { validateInt32, validateObject, validateString } = require('internal/validators');

const GENERATOR = 2;
const BYTES = ['number', 'string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

function isBytes(value) {
  return ArrayBuffer.isView(value) || isAnyArrayBuffer(value);
}

function toBytes(value, encoding) {
  if (typeof value !== 'string') return value;
  return require('buffer').Buffer.from(value, encoding === 'buffer' ? 'utf8' : encoding);
}

function encoded(buffer, encoding) {
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

/** Looks like a plain read-only property; it takes long to compute. */
function defineVerifyError(object) {
  let value;
  Object.defineProperty(object, 'verifyError', {
    __proto__: null, enumerable: true, configurable: false, get() { return value ??= natives.dhFaults(object); },
  });
}

function DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding) {
  if (!(this instanceof DiffieHellman)) return new DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding);
  if (typeof sizeOrKey !== 'number' && typeof sizeOrKey !== 'string' && !isBytes(sizeOrKey)) {
    throw new errors.ERR_INVALID_ARG_TYPE('sizeOrKey', BYTES, sizeOrKey);
  }
  if (typeof sizeOrKey === 'number') validateInt32(sizeOrKey, 'sizeOrKey');
  if (keyEncoding && !Buffer.isEncoding(keyEncoding) && keyEncoding !== 'buffer') {
    genEncoding = generator;
    generator = keyEncoding;
    keyEncoding = false;
  }
  if (typeof sizeOrKey !== 'number') sizeOrKey = toBytes(sizeOrKey, keyEncoding || 'buffer');
  if (!generator) {
    generator = GENERATOR;
  } else if (typeof generator === 'number') {
    validateInt32(generator, 'generator');
  } else if (typeof generator === 'string') {
    generator = toBytes(generator, genEncoding || 'buffer');
  } else if (!isBytes(generator)) {
    throw new errors.ERR_INVALID_ARG_TYPE('generator', BYTES, generator);
  }
  natives.attachDh(this, sizeOrKey, generator);
  defineVerifyError(this);
}

function DiffieHellmanGroup(name) {
  if (!(this instanceof DiffieHellmanGroup)) return new DiffieHellmanGroup(name);
  validateString(name, 'name');
  if (!natives.attachGroup(this, name)) throw new errors.ERR_CRYPTO_UNKNOWN_DH_GROUP();
  Object.defineProperty(this, 'verifyError', { __proto__: null, enumerable: true, value: 0, writable: false });
}

function numberGetter(name, which, missing) {
  return { [name](encoding) {
    const number = natives.dhNumber(this, which);
    if (number === undefined) throw codedError(Error, 'ERR_CRYPTO_INVALID_STATE', `No ${missing} - did you forget to generate one?`);
    return encoded(number, encoding);
  } }[name];
}

const shared = {
  generateKeys(encoding) {
    natives.dhGenerate(this);
    return encoded(natives.dhNumber(this, 'y'), encoding);
  },

  computeSecret(key, inEnc, outEnc) {
    key = getArrayBufferOrView(key, 'key', inEnc || 'buffer');
    return encoded(natives.dhSecret(this, key), outEnc);
  },

  getPrime: numberGetter('getPrime', 'p', 'prime'),
  getGenerator: numberGetter('getGenerator', 'g', 'generator'),
  getPublicKey: numberGetter('getPublicKey', 'y', 'public key'),
  getPrivateKey: numberGetter('getPrivateKey', 'x', 'private key'),
};

Object.assign(DiffieHellman.prototype, shared);
Object.assign(DiffieHellmanGroup.prototype, shared);

DiffieHellman.prototype.setPublicKey = function setPublicKey(key, encoding) {
  natives.dhSet(this, 'y', getArrayBufferOrView(key, 'key', encoding));
  return this;
};

DiffieHellman.prototype.setPrivateKey = function setPrivateKey(key, encoding) {
  natives.dhSet(this, 'x', getArrayBufferOrView(key, 'key', encoding));
  return this;
};

const COMPRESSED = 2;
const UNCOMPRESSED = 4;
const HYBRID = 6;

function formatOf(format) {
  if (!format || format === 'uncompressed') return UNCOMPRESSED;
  if (format === 'compressed') return COMPRESSED;
  if (format === 'hybrid') return HYBRID;
  throw new errors.ERR_CRYPTO_ECDH_INVALID_FORMAT(format);
}

function invalidCurve() {
  return codedError(TypeError, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
}

function ECDH(curve) {
  if (!(this instanceof ECDH)) return new ECDH(curve);
  validateString(curve, 'curve');
  if (!natives.attachEc(this, curve)) throw invalidCurve();
}

ECDH.prototype.computeSecret = function computeSecret(key, inEnc, outEnc) {
  key = getArrayBufferOrView(key, 'key', inEnc || 'buffer');
  return encoded(natives.ecSecret(this, key), outEnc);
};

ECDH.prototype.generateKeys = function generateKeys(encoding, format) {
  natives.ecGenerate(this);
  return this.getPublicKey(encoding, format);
};

ECDH.prototype.getPublicKey = function getPublicKey(encoding, format) {
  const key = natives.ecPublic(this, formatOf(format));
  if (key === undefined) throw codedError(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to get ECDH public key');
  return encoded(key, encoding);
};

ECDH.prototype.getPrivateKey = function getPrivateKey(encoding) {
  const key = natives.ecPrivate(this);
  if (key === undefined) throw codedError(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to get ECDH private key');
  return encoded(key, encoding);
};

ECDH.prototype.setPrivateKey = function setPrivateKey(key, encoding) {
  if (!natives.ecSetPrivate(this, getArrayBufferOrView(key, 'key', encoding))) {
    throw codedError(RangeError, 'ERR_CRYPTO_INVALID_KEYTYPE', 'Private key is not valid for specified curve.');
  }
  return this;
};

ECDH.prototype.setPublicKey = require('internal/util').deprecate(function setPublicKey(key, encoding) {
  if (!natives.ecSetPublic(this, getArrayBufferOrView(key, 'key', encoding))) {
    throw codedError(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to convert Buffer to EC_POINT');
  }
  return this;
}, 'ecdh.setPublicKey() is deprecated.', 'DEP0031');

ECDH.convertKey = function convertKey(key, curve, inEnc, outEnc, format) {
  validateString(curve, 'curve');
  key = getArrayBufferOrView(key, 'key', inEnc || 'buffer');
  const converted = natives.ecConvert(key, curve, formatOf(format));
  if (converted === false) throw invalidCurve();
  if (converted === undefined) throw codedError(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to convert Buffer to EC_POINT');
  return encoded(converted, outEnc);
};

const kinds = new Set(['dh', 'ec', 'x448', 'x25519']);

/** The secret of two keys that are KeyObjects; with a callback computed on the pool. */
function diffieHellman(options, callback) {
  validateObject(options, 'options');
  if (callback !== undefined) require('internal/validators').validateFunction(callback, 'callback');
  const { privateKey, publicKey } = options;
  const { KeyObject, handleOf } = require('internal/crypto/keys');
  if (!(privateKey instanceof KeyObject)) throw new errors.ERR_INVALID_ARG_VALUE('options.privateKey', privateKey);
  if (!(publicKey instanceof KeyObject)) throw new errors.ERR_INVALID_ARG_VALUE('options.publicKey', publicKey);
  if (privateKey.type !== 'private') throw new errors.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(privateKey.type, 'private');
  if (publicKey.type !== 'public' && publicKey.type !== 'private') {
    throw new errors.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(publicKey.type, 'private or public');
  }
  const kind = privateKey.asymmetricKeyType;
  if (kind !== publicKey.asymmetricKeyType || !kinds.has(kind)) {
    throw new errors.ERR_CRYPTO_INCOMPATIBLE_KEY('key types for Diffie-Hellman', `${kind} and ${publicKey.asymmetricKeyType}`);
  }
  if (callback === undefined) return natives.secret(handleOf(privateKey), handleOf(publicKey));
  natives.secret(handleOf(privateKey), handleOf(publicKey), (error, secret) => {
    if (error) callback(error);
    else callback(null, secret);
  });
  return undefined;
}

function createDiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding) {
  return new DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding);
}

function createDiffieHellmanGroup(name) {
  return new DiffieHellmanGroup(name);
}

function createECDH(curve) {
  return new ECDH(curve);
}

module.exports = {
  DiffieHellman, DiffieHellmanGroup, ECDH, createDiffieHellman, createDiffieHellmanGroup, createECDH, diffieHellman,
  getDiffieHellman: createDiffieHellmanGroup,
};
