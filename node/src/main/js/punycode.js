'use strict';

/** `node:punycode`: Unicode in host names after RFC 3492. Deprecated. */

const { encodeLabel, decodeLabel } = binding('punycode');

if (!require('internal/util').isInsideNodeModules(100, true)) {
  process.emitWarning('The `punycode` module is deprecated. Please use a userland alternative instead.',
    'DeprecationWarning', 'DEP0040');
}

/** Ways to fail, as Java counts them. */
const messages = [
  'Overflow: input needs wider integers to process',
  'Illegal input >= 0x80 (not a basic code point)',
  'Invalid input',
  'Invalid code point',
];
const separators = /[\x2e\u3002\uff0e\uff61]/g;
const beyondAscii = /[^\0-\x7f]/;

/** @param {string|number} result a text, or which failure it was */
function checked(result) {
  if (typeof result === 'number') throw new RangeError(messages[result]);
  return result;
}

/** Calls a function for each label of a domain or of the domain in an address. */
function mapDomain(domain, callback) {
  const parts = domain.split('@');
  const head = parts.length > 1 ? `${parts[0]}@` : '';
  const labels = (parts.length > 1 ? parts[1] : domain).replace(separators, '.').split('.');
  return head + labels.map(callback).join('.');
}

/** The code points of a string; lone surrogates are their own. */
function ucs2decode(string) {
  return Array.from(string, (char) => char.codePointAt(0));
}

/** The string of some code points. */
function ucs2encode(codePoints) {
  return String.fromCodePoint(...codePoints);
}

/** Punycode to Unicode, for one label without its `xn--`. */
function decode(input) {
  return checked(decodeLabel(`${input}`));
}

/** Unicode to Punycode, for one label without `xn--`. */
function encode(input) {
  return checked(encodeLabel(`${input}`));
}

/** The Unicode form of a domain or e-mail address; what is not Punycode stays. */
function toUnicode(input) {
  return mapDomain(input, (label) => (label.startsWith('xn--') ? decode(label.slice(4).toLowerCase()) : label));
}

/** The Punycode form of a domain or e-mail address; what is ASCII stays. */
function toASCII(input) {
  return mapDomain(input, (label) => (beyondAscii.test(label) ? `xn--${encode(label)}` : label));
}

module.exports = {
  version: '2.1.0',
  ucs2: { decode: ucs2decode, encode: ucs2encode },
  decode,
  encode,
  toASCII,
  toUnicode,
};
