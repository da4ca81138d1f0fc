'use strict';

/** Primes: testing and making them. */

const errors = require('internal/errors');
const natives = binding('internal/crypto/exchange');
const { isAnyArrayBuffer } = require('internal/crypto/input');
const { validateBoolean, validateFunction, validateInt32, validateObject } = require('internal/validators');

const TYPES = ['ArrayBuffer', 'TypedArray', 'Buffer', 'DataView', 'bigint'];

/** The bytes of a bigint, highest first. */
function bytesOf(number, name) {
  if (number < 0n) throw new errors.ERR_OUT_OF_RANGE(name, '>= 0', number);
  const digits = number.toString(16);
  return require('buffer').Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}

function numberArgument(value, name) {
  if (typeof value === 'bigint') return bytesOf(value, name);
  if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) return value;
  throw new errors.ERR_INVALID_ARG_TYPE(name, TYPES, value);
}

function bigintOf(buffer) {
  return BigInt(`0x${buffer.toString('hex')}`);
}

function generateArguments(size, options) {
  validateInt32(size, 'size', 1);
  validateObject(options, 'options');
  const { safe = false, bigint = false, add, rem } = options;
  validateBoolean(safe, 'options.safe');
  validateBoolean(bigint, 'options.bigint');
  return [
    [size, safe, add === undefined ? undefined : numberArgument(add, 'options.add'),
     rem === undefined ? undefined : numberArgument(rem, 'options.rem')],
    bigint,
  ];
}

function result(prime, bigint) {
  return bigint ? bigintOf(prime) : prime.buffer;
}

function generatePrime(size, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = {};
  }
  validateFunction(callback, 'callback');
  const [args, bigint] = generateArguments(size, options);
  natives.generatePrime(...args, (error, prime) => {
    if (error) callback(error);
    else callback(undefined, result(prime, bigint));
  });
}

function generatePrimeSync(size, options = {}) {
  const [args, bigint] = generateArguments(size, options);
  return result(natives.generatePrime(...args), bigint);
}

function checkArguments(candidate, options) {
  const bytes = numberArgument(candidate, 'candidate');
  validateObject(options, 'options');
  const { checks = 0 } = options;
  validateInt32(checks, 'options.checks', 0);
  return [bytes, checks];
}

function checkPrime(candidate, options = {}, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = {};
  }
  const args = checkArguments(candidate, options);
  validateFunction(callback, 'callback');
  natives.isPrime(...args, callback);
}
Object.defineProperty(checkPrime, 'length', { __proto__: null, value: 1, configurable: true });

function checkPrimeSync(candidate, options = {}) {
  return natives.isPrime(...checkArguments(candidate, options));
}

module.exports = { checkPrime, checkPrimeSync, generatePrime, generatePrimeSync };
