'use strict';

/** Hash and Hmac: what was put in, as one value of fixed length. Both are streams too. */

const { attachHash, attachHashCopy, attachHmac, digest, hashOnce, update } = binding('crypto');
const errors = require('internal/errors');
const { codedError, inputEncoding, outputEncoding } = require('internal/crypto/input');
const LazyTransform = require('internal/streams/lazy_transform');

const { isView } = ArrayBuffer;

const kFinalized = Symbol('kFinalized');
/** The value that a hash has given as a stream. */
const kStreamed = Symbol('kStreamed');

const DATA_TYPES = ['string', 'Buffer', 'TypedArray', 'DataView'];

/** The length that options ask for, or -1 for the algorithm's own. */
function lengthOf(options) {
  const length = options?.outputLength;
  if (length === undefined) return -1;
  require('internal/validators').validateUint32(length, 'options.outputLength');
  return length;
}

function inherit(Class) {
  Object.setPrototypeOf(Class.prototype, LazyTransform.prototype);
  Object.setPrototypeOf(Class, LazyTransform);
}

function Hash(algorithm, options) {
  if (!(this instanceof Hash)) return new Hash(algorithm, options);
  const copied = algorithm instanceof Hash;
  if (typeof algorithm !== 'string' && !copied) require('internal/validators').validateString(algorithm, 'algorithm');
  const length = typeof options === 'object' && options !== null ? lengthOf(options) : -1;
  if (copied) attachHashCopy(this, algorithm, length);
  else if (attachHash(this, algorithm, length) !== 0) throw new Error('Digest method not supported');
  this[kFinalized] = false;
  LazyTransform.call(this, options);
}
inherit(Hash);

Hash.prototype.copy = function copy(options) {
  if (this[kFinalized]) throw new errors.ERR_CRYPTO_HASH_FINALIZED();
  return new Hash(this, options);
};

Hash.prototype._transform = function _transform(chunk, encoding, callback) {
  update(this, chunk, inputEncoding(encoding));
  callback();
};

Hash.prototype._flush = function _flush(callback) {
  // digest() may still be asked for it, once
  this.push(this[kStreamed] = digest(this, -1));
  callback();
};

/** Adds data: a string in the encoding, UTF-8 without one, or bytes. */
Hash.prototype.update = function update_(data, encoding) {
  if (this[kFinalized]) throw new errors.ERR_CRYPTO_HASH_FINALIZED();
  put(this, data, encoding);
  return this;
};
Object.defineProperty(Hash.prototype.update, 'name', { __proto__: null, value: 'update', configurable: true });

function put(hash, data, encoding) {
  if (typeof data === 'string') {
    const number = inputEncoding(encoding);
    if (number > 3 && data.length % 2 !== 0) require('internal/validators').validateEncoding(data, encoding);
    update(hash, data, number);
  } else {
    if (!isView(data)) throw new errors.ERR_INVALID_ARG_TYPE('data', DATA_TYPES, data);
    update(hash, data, 0);
  }
}

Hash.prototype.digest = function digest_(encoding) {
  if (this[kFinalized]) throw new errors.ERR_CRYPTO_HASH_FINALIZED();
  this[kFinalized] = true;
  const name = outputEncoding(encoding === undefined || encoding === null ? undefined : `${encoding}`);
  const streamed = this[kStreamed];
  if (streamed === undefined) return digest(this, name);
  return name === -1 ? require('buffer').Buffer.from(streamed) : streamed.toString(`${encoding}`);
};
Object.defineProperty(Hash.prototype.digest, 'name', { __proto__: null, value: 'digest', configurable: true });

function Hmac(algorithm, key, options) {
  if (!(this instanceof Hmac)) return new Hmac(algorithm, key, options);
  require('internal/validators').validateString(algorithm, 'hmac');
  const encoding = options?.encoding;
  const secret = require('internal/crypto/secret').prepareSecretKey(key, encoding);
  if (attachHmac(this, algorithm, secret) !== 0) {
    throw codedError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${algorithm}`);
  }
  this[kFinalized] = false;
  LazyTransform.call(this, options);
}
inherit(Hmac);

Hmac.prototype.update = Hash.prototype.update;

/** The value; an empty one after the first time. */
Hmac.prototype.digest = function digest_(encoding) {
  const name = outputEncoding(encoding === undefined || encoding === null ? undefined : `${encoding}`);
  if (this[kFinalized]) {
    const empty = require('buffer').Buffer.alloc(0);
    return name === -1 ? empty : '';
  }
  this[kFinalized] = true;
  return digest(this, name);
};
Object.defineProperty(Hmac.prototype.digest, 'name', { __proto__: null, value: 'digest', configurable: true });

Hmac.prototype._flush = function _flush(callback) {
  this.push(digest(this, -1));
  this[kFinalized] = true;
  callback();
};
Hmac.prototype._transform = Hash.prototype._transform;

/** `new` without the deprecation warning that the public constructors have. */
function createHash(algorithm, options) {
  return new Hash(algorithm, options);
}

function createHmac(hmac, key, options) {
  return new Hmac(hmac, key, options);
}

/** The value of one piece of data, `hex` unless the options say otherwise. */
function hash(algorithm, input, options) {
  const { validateObject, validateString, validateUint32 } = require('internal/validators');
  validateString(algorithm, 'algorithm');
  if (typeof input !== 'string' && !isView(input)) throw new errors.ERR_INVALID_ARG_TYPE('input', DATA_TYPES, input);
  let encoding = 'hex';
  let length = -1;
  if (typeof options === 'string') {
    encoding = options;
  } else if (options !== undefined) {
    validateObject(options, 'options');
    if (options.outputLength !== undefined) {
      length = options.outputLength;
      validateUint32(length, 'options.outputLength');
    }
    if (options.outputEncoding !== undefined) {
      encoding = options.outputEncoding;
      validateString(encoding, 'options.outputEncoding');
    }
  }
  const number = outputEncoding(encoding);
  if (number === -1 && encoding.toLowerCase() !== 'buffer') {
    throw new errors.ERR_INVALID_ARG_VALUE('outputEncoding', encoding);
  }
  const value = hashOnce(algorithm, input, number, length);
  if (value === undefined) throw new Error(`Digest method ${algorithm} is not supported`);
  return value;
}

const { deprecate } = require('internal/util');

module.exports = {
  createHash,
  createHmac,
  hash,
  Hash: deprecate(Hash, 'crypto.Hash constructor is deprecated.', 'DEP0179'),
  Hmac: deprecate(Hmac, 'crypto.Hmac constructor is deprecated.', 'DEP0181'),
};
