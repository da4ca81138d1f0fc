'use strict';

/** Sign and Verify: signatures of what is written, and of whole messages at once. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/sign');
const { codedError, getArrayBufferOrView, inputEncoding } = require('internal/crypto/input');
const { preparePrivateKey, preparePublicOrPrivateKey } = require('internal/crypto/keys');
const Writable = require('internal/streams/writable');

const { isView } = ArrayBuffer;

const MOST_CONTEXT = 255;

/** An integer among the options of a key, or undefined. */
function intOption(name, options) {
  const value = options?.[name];
  if (value === undefined) return undefined;
  if (value === value >> 0) return value;
  throw new errors.ERR_INVALID_ARG_VALUE(`options.${name}`, value);
}

/** Whether the numbers of (EC)DSA stand one after the other. */
function isFlat(options) {
  if (typeof options !== 'object' || options === null) return false;
  const { dsaEncoding = 'der' } = options;
  if (dsaEncoding === 'der') return false;
  if (dsaEncoding === 'ieee-p1363') return true;
  throw new errors.ERR_INVALID_ARG_VALUE('options.dsaEncoding', dsaEncoding);
}

function optionsOf(key) {
  return typeof key === 'object' && key !== null && !isView(key) ? key : undefined;
}

/** The bytes that are signed along with a message, or undefined. */
function contextOf(options) {
  const context = options?.context;
  if (context === undefined) return undefined;
  if (!isView(context)) throw new errors.ERR_INVALID_ARG_TYPE('options.context', ['Buffer', 'TypedArray', 'DataView'], context);
  if (context.byteLength > MOST_CONTEXT) throw codedError(RangeError, 'ERR_OUT_OF_RANGE', 'context string must be at most 255 bytes');
  return context;
}

function begin(object, algorithm) {
  if (!natives.attach(object, algorithm)) throw codedError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', 'Invalid digest');
}

function Sign(algorithm, options) {
  if (!(this instanceof Sign)) return new Sign(algorithm, options);
  require('internal/validators').validateString(algorithm, 'algorithm');
  begin(this, algorithm);
  Reflect.apply(Writable, this, [options]);
}
Object.setPrototypeOf(Sign.prototype, Writable.prototype);
Object.setPrototypeOf(Sign, Writable);

Sign.prototype._write = function _write(chunk, encoding, callback) {
  this.update(chunk, encoding);
  callback();
};

Sign.prototype.update = function update(data, encoding) {
  if (typeof data === 'string') require('internal/validators').validateEncoding(data, encoding);
  else if (!isView(data)) throw new errors.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  natives.update(this, data, inputEncoding(encoding));
  return this;
};

function encoded(buffer, encoding) {
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

Sign.prototype.sign = function sign(options, encoding) {
  if (!options) throw new errors.ERR_CRYPTO_SIGN_KEY_REQUIRED();
  const handle = preparePrivateKey(options);
  const padding = intOption('padding', optionsOf(options));
  const saltLength = intOption('saltLength', optionsOf(options));
  return encoded(natives.signFinal(this, handle, padding, saltLength, isFlat(options)), encoding);
};

function Verify(algorithm, options) {
  if (!(this instanceof Verify)) return new Verify(algorithm, options);
  require('internal/validators').validateString(algorithm, 'algorithm');
  begin(this, algorithm);
  Reflect.apply(Writable, this, [options]);
}
Object.setPrototypeOf(Verify.prototype, Writable.prototype);
Object.setPrototypeOf(Verify, Writable);

Verify.prototype._write = Sign.prototype._write;
Verify.prototype.update = Sign.prototype.update;

Verify.prototype.verify = function verify(options, signature, encoding) {
  const padding = intOption('padding', optionsOf(options));
  const saltLength = intOption('saltLength', optionsOf(options));
  const flat = isFlat(options);
  signature = getArrayBufferOrView(signature, 'signature', encoding);
  const handle = preparePublicOrPrivateKey(options);
  return natives.verifyFinal(this, handle, padding, saltLength, flat, signature);
};

function createSign(algorithm, options) {
  return new Sign(algorithm, options);
}

function createVerify(algorithm, options) {
  return new Verify(algorithm, options);
}

function given(algorithm) {
  if (algorithm !== null && algorithm !== undefined) require('internal/validators').validateString(algorithm, 'algorithm');
}

/** The signature of a whole message; with a callback made on the pool. */
function sign(algorithm, data, key, callback) {
  given(algorithm);
  if (callback !== undefined) require('internal/validators').validateFunction(callback, 'callback');
  data = getArrayBufferOrView(data, 'data');
  if (!key) throw new errors.ERR_CRYPTO_SIGN_KEY_REQUIRED();
  const options = optionsOf(key);
  const padding = intOption('padding', options);
  const saltLength = intOption('saltLength', options);
  const flat = isFlat(key);
  const context = contextOf(options);
  const handle = preparePrivateKey(key);
  const args = [handle, algorithm, data, padding, saltLength, flat, context];
  if (callback === undefined) return natives.sign(...args);
  natives.sign(...args, (error, signature) => {
    if (error) callback(error);
    else callback(null, signature);
  });
  return undefined;
}

function verify(algorithm, data, key, signature, callback) {
  given(algorithm);
  if (callback !== undefined) require('internal/validators').validateFunction(callback, 'callback');
  data = getArrayBufferOrView(data, 'data');
  if (!isView(data) && !(data instanceof ArrayBuffer)) throw new errors.ERR_INVALID_ARG_TYPE('data', ['Buffer', 'TypedArray', 'DataView'], data);
  const options = optionsOf(key);
  const padding = intOption('padding', options);
  const saltLength = intOption('saltLength', options);
  const flat = isFlat(key);
  const context = contextOf(options);
  if (!isView(signature)) {
    throw new errors.ERR_INVALID_ARG_TYPE('signature', ['Buffer', 'TypedArray', 'DataView'], signature);
  }
  const handle = preparePublicOrPrivateKey(key);
  const args = [handle, algorithm, data, padding, saltLength, flat, context, signature];
  if (callback === undefined) return natives.verify(...args);
  natives.verify(...args, (error, valid) => {
    if (error) callback(error);
    else callback(null, valid);
  });
  return undefined;
}

module.exports = { Sign, Verify, contextOf, createSign, createVerify, sign, verify };
