'use strict';

/** Cipheriv and Decipheriv: symmetric encryption of what is written. Both are streams too. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/cipher');
const { codedError, getArrayBufferOrView, inputEncoding } = require('internal/crypto/input');
const LazyTransform = require('internal/streams/lazy_transform');

const { isView } = ArrayBuffer;

/** What `setAuthTag` of Java's says. */
const WRONG_STATE = 1;
const SHORT_AND_UNANNOUNCED = 3;

/** An unsigned number among the options, or -1. */
function uintOption(options, key) {
  const value = options?.[key];
  if (value === undefined || value === null) return -1;
  if (value >>> 0 !== value) throw new errors.ERR_INVALID_ARG_VALUE(`options.${key}`, value);
  return value;
}

function construct(object, encrypt, cipher, key, iv, options) {
  require('internal/validators').validateString(cipher, 'cipher');
  const encoding = options?.encoding;
  const secret = require('internal/crypto/secret').prepareSecretKey(key, encoding);
  iv = iv === null ? null : getArrayBufferOrView(iv, 'iv');
  natives.attach(object, encrypt, cipher, secret, iv, uintOption(options, 'authTagLength'));
  object._decoder = null;
  LazyTransform.call(object, options);
}

/** The decoder of a cipher whose output is text; the encoding can't change under way. */
function decoderOf(decoder, encoding) {
  const name = require('internal/util').normalizeEncoding(encoding);
  if (decoder === null) {
    const { StringDecoder } = require('string_decoder');
    return new StringDecoder(encoding);
  }
  if (decoder.encoding !== name) {
    if (name === undefined) throw new errors.ERR_UNKNOWN_ENCODING(encoding);
    throw new errors.ERR_INTERNAL_ASSERTION('Cannot change encoding');
  }
  return decoder;
}

const methods = {
  _transform(chunk, encoding, callback) {
    this.push(natives.update(this, chunk, inputEncoding(encoding)));
    callback();
  },

  _flush(callback) {
    try {
      this.push(this.final());
    } catch (error) {
      callback(error);
      return;
    }
    callback();
  },

  /** Adds data and gives what can be known so far, as a Buffer or as text. */
  update(data, inEncoding, outEncoding) {
    if (typeof data === 'string') require('internal/validators').validateEncoding(data, inEncoding);
    else if (!isView(data)) throw new errors.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
    const out = natives.update(this, data, inputEncoding(inEncoding));
    if (!outEncoding || outEncoding === 'buffer') return out;
    this._decoder = decoderOf(this._decoder, outEncoding);
    return this._decoder.write(out);
  },

  final(outEncoding) {
    const out = natives.finish(this);
    if (!outEncoding || outEncoding === 'buffer') return out;
    this._decoder = decoderOf(this._decoder, outEncoding);
    return this._decoder.end(out);
  },

  setAutoPadding(on) {
    if (!natives.setAutoPadding(this, on === undefined || Boolean(on))) throw new errors.ERR_CRYPTO_INVALID_STATE('setAutoPadding');
    return this;
  },

  setAAD(data, options) {
    const encoding = options?.encoding;
    const length = uintOption(options, 'plaintextLength');
    data = getArrayBufferOrView(data, 'aadbuf', encoding);
    if (!natives.setAAD(this, data, length)) throw new errors.ERR_CRYPTO_INVALID_STATE('setAAD');
    return this;
  },
};

function getAuthTag() {
  const tag = natives.getAuthTag(this);
  if (tag === undefined) throw new errors.ERR_CRYPTO_INVALID_STATE('getAuthTag');
  return tag;
}

function setAuthTag(tag, encoding) {
  tag = getArrayBufferOrView(tag, 'buffer', encoding);
  const fault = natives.setAuthTag(this, tag);
  if (fault === WRONG_STATE) throw new errors.ERR_CRYPTO_INVALID_STATE('setAuthTag');
  if (fault === SHORT_AND_UNANNOUNCED) {
    require('internal/crypto/short_tags').warn();
  } else if (fault !== 0) {
    throw codedError(TypeError, 'ERR_CRYPTO_INVALID_AUTH_TAG', `Invalid authentication tag length: ${tag.byteLength}`);
  }
  return this;
}

function Cipheriv(cipher, key, iv, options) {
  if (!(this instanceof Cipheriv)) return new Cipheriv(cipher, key, iv, options);
  construct(this, true, cipher, key, iv, options);
}

function Decipheriv(cipher, key, iv, options) {
  if (!(this instanceof Decipheriv)) return new Decipheriv(cipher, key, iv, options);
  construct(this, false, cipher, key, iv, options);
}

for (const Class of [Cipheriv, Decipheriv]) {
  Object.setPrototypeOf(Class.prototype, LazyTransform.prototype);
  Object.setPrototypeOf(Class, LazyTransform);
  Object.assign(Class.prototype, methods);
}
Cipheriv.prototype.getAuthTag = getAuthTag;
Decipheriv.prototype.setAuthTag = setAuthTag;

function createCipheriv(cipher, key, iv, options) {
  return new Cipheriv(cipher, key, iv, options);
}

function createDecipheriv(cipher, key, iv, options) {
  return new Decipheriv(cipher, key, iv, options);
}

/** What is known of a cipher, by name or number; undefined where it is none, or takes no such key or vector. */
function getCipherInfo(nameOrNid, options) {
  const { validateInt32, validateObject } = require('internal/validators');
  if (typeof nameOrNid !== 'string' && typeof nameOrNid !== 'number') {
    throw new errors.ERR_INVALID_ARG_TYPE('nameOrNid', ['string', 'number'], nameOrNid);
  }
  if (typeof nameOrNid === 'number') validateInt32(nameOrNid, 'nameOrNid');
  let keyLength;
  let ivLength;
  if (options !== undefined) {
    validateObject(options, 'options');
    ({ ivLength, keyLength } = options);
    if (keyLength !== undefined) validateInt32(keyLength, 'options.keyLength');
    if (ivLength !== undefined) validateInt32(ivLength, 'options.ivLength');
  }
  const info = {};
  return natives.info(info, nameOrNid, keyLength ?? -1, ivLength ?? -1) ? info : undefined;
}

module.exports = { Cipheriv, Decipheriv, createCipheriv, createDecipheriv, getCipherInfo };
