'use strict';

/** The read… and write… methods where Java leaves them aside: conversions of their arguments, and errors. */

const errors = require('internal/errors');
const { validateNumber } = require('internal/validators');

const widths = { '__proto__': null, '8': 1, '16': 2, '32': 4, '64': 8, 'Float': 4, 'Double': 8 };
const shape = /^(read|write)(Big)?(U)?(Int|Float|Double)(\d*)/;

function checkInteger(value, name) {
  validateNumber(value, name);
  if (Math.floor(value) !== value) throw new errors.ERR_OUT_OF_RANGE(name, 'an integer', value);
}

function checkWidth(width) {
  checkInteger(width, 'byteLength');
  if (width < 1 || width > 6) throw new errors.ERR_OUT_OF_RANGE('byteLength', '>= 1 and <= 6', width);
}

function checkOffset(offset, last) {
  checkInteger(offset, 'offset');
  if (offset >= 0 && offset <= last) return;
  if (last < 0) throw new errors.ERR_BUFFER_OUT_OF_BOUNDS();
  throw new errors.ERR_OUT_OF_RANGE('offset', `>= 0 and <= ${last}`, offset);
}

/** Whether a value is within what `width` bytes hold, with the bounds in Node's words. */
function checkValue(value, width, unsigned, big) {
  const bits = 8 * width;
  const n = big ? 'n' : '';
  const min = unsigned ? 0 : -(2 ** (bits - 1));
  const end = 2 ** (unsigned ? bits : bits - 1);
  if (!(value < min || value >= end || (!big && value > end - 1))) return;
  const range = width > 4 ?
    (unsigned ? `>= 0${n} and < 2${n} ** ${bits}${n}` :
      `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`) :
    `>= ${min} and <= ${end - 1}`;
  throw new errors.ERR_OUT_OF_RANGE('value', range, value);
}

function checkReceiver(bytes) {
  if (!ArrayBuffer.isView(bytes) || bytes instanceof DataView) {
    throw new errors.ERR_INVALID_ARG_TYPE('this', ['Buffer', 'TypedArray'], bytes);
  }
}

/**
 * Does what the method called `name` left aside, or throws.
 * @param {Uint8Array} bytes its receiver
 */
function recover(bytes, name, a, b, c) {
  checkReceiver(bytes);
  const [, verb, big, unsigned, type, bits] = shape.exec(name);
  const fixed = widths[bits || type];
  if (verb === 'read') {
    if (fixed === undefined) checkWidth(b);
    checkOffset(fixed !== undefined && a === undefined ? 0 : a, bytes.byteLength - (fixed ?? b));
    throw new errors.ERR_BUFFER_OUT_OF_BOUNDS();
  }
  if (fixed === undefined) checkWidth(c);
  const width = fixed ?? c;
  const value = big ? a : +a;
  const offset = fixed !== undefined && b === undefined ? 0 : b;
  if (type === 'Int') {
    if (!big) validateNumber(offset, 'offset');
    checkValue(value, width, unsigned, big);
  }
  checkOffset(offset, bytes.byteLength - width);
  if (big && typeof value !== 'bigint') {
    throw new TypeError('Cannot mix BigInt and other types, use explicit conversions');
  }
  return bytes[name](value, offset, width);
}

module.exports = { recover };
