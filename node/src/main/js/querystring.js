'use strict';

/** `node:querystring`: the query strings of forms. */

const errors = require('internal/errors');

const MAX_KEYS = 1000;
const MOST_PAIRS = 0xffffffff;
const BEYOND_BMP = 0x10000;
const escaped = /%[0-9A-Fa-f]{2}/;
const escapedTwice = /%[0-9A-Fa-f]{2}[^]*%[0-9A-Fa-f]{2}/;

function hexByte(byte) {
  return `%${(byte < 16 ? '0' : '')}${byte.toString(16).toUpperCase()}`;
}

/**
 * As encodeURIComponent(), for text with lone surrogates: each takes the unit behind it for its other half.
 * @throws {URIError} if there is none
 */
function escapeIllFormed(text) {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) {
      out += encodeURIComponent(text[i]);
      continue;
    }
    if (++i === text.length) throw new errors.ERR_INVALID_URI();
    const point = BEYOND_BMP + ((unit & 0x3ff) << 10 | text.charCodeAt(i) & 0x3ff);
    out += hexByte(0xf0 | point >> 18) + hexByte(0x80 | point >> 12 & 63) + hexByte(0x80 | point >> 6 & 63) + hexByte(0x80 | point & 63);
  }
  return out;
}

/** Percent-encodes a value for a query. Programs may replace it. */
function qsEscape(str) {
  if (typeof str !== 'string') str = typeof str === 'object' ? String(str) : `${str}`;
  try {
    return encodeURIComponent(str);
  } catch {
    return escapeIllFormed(str);
  }
}

function digit(unit) {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/**
 * The bytes of a percent-encoded text, also where they are no UTF-8.
 * @param {string} s
 * @param {boolean} [decodeSpaces] whether `+` is a space
 * @returns {Buffer}
 */
function unescapeBuffer(s, decodeSpaces) {
  const out = require('buffer').Buffer.allocUnsafe(s.length);
  let end = 0;
  for (let i = 0; i < s.length; i++) {
    let unit = s.charCodeAt(i);
    if (unit === 43 && decodeSpaces) {
      unit = 32;
    } else if (unit === 37 && i + 2 < s.length) {
      const high = digit(s.charCodeAt(i + 1));
      const low = digit(s.charCodeAt(i + 2));
      if (high >= 0 && low >= 0) {
        unit = high << 4 | low;
        i += 2;
      }
    }
    out[end++] = unit;
  }
  return end === s.length ? out : out.slice(0, end);
}

/** Decodes percent-encoded text, whatever its bytes are. Programs may replace it. */
function qsUnescape(s, decodeSpaces) {
  try {
    return decodeURIComponent(s);
  } catch {
    return querystring.unescapeBuffer(s, decodeSpaces).toString();
  }
}

function primitive(value) {
  switch (typeof value) {
    case 'string': return value;
    case 'number': return Number.isFinite(value) ? `${value}` : '';
    case 'bigint': case 'boolean': return `${value}`;
    default: return '';
  }
}

/**
 * @param {object} obj whose own enumerable properties are written; a list becomes several pairs
 * @param {string} [sep] between pairs
 * @param {string} [eq] between name and value
 * @param {{ encodeURIComponent?: Function }} [options]
 */
function stringify(obj, sep, eq, options) {
  sep ||= '&';
  eq ||= '=';
  const encode = typeof options?.encodeURIComponent === 'function' ? options.encodeURIComponent : querystring.escape;
  const write = (value) => {
    const text = primitive(value);
    return encode === qsEscape && text === '' ? '' : encode(text);
  };
  if (obj === null || typeof obj !== 'object') return '';
  const pairs = [];
  for (const key of Object.keys(obj)) {
    const value = obj[key];
    const name = write(key) + eq;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) pairs.push(name + write(value[i]));
    } else {
      pairs.push(name + write(value));
    }
  }
  return pairs.join(sep);
}

/**
 * Decodes one name or value; a decoder that throws is replaced by ours.
 * @param {boolean} always whether to decode text that has nothing to decode
 */
function decoded(text, decode, always) {
  if (text.includes('+')) text = text.replaceAll('+', decode === qsUnescape ? ' ' : '%20');
  if (text === '' || !always && !escaped.test(text)) return text;
  try {
    return decode(text);
  } catch {
    return querystring.unescape(text, true);
  }
}

/** Whether there can be that many pairs: only then is it a limit. Others, infinity above all, are none, as 0 is. */
function isLimit(count) {
  return Number.isInteger(count) && count > 0 && count <= MOST_PAIRS;
}

/**
 * @param {string} qs
 * @param {string} [sep] between pairs
 * @param {string} [eq] between name and value
 * @param {{ maxKeys?: number, decodeURIComponent?: Function }} [options] `maxKeys` 0 is no limit
 * @returns {object} without a prototype; a name that comes again has a list
 */
function parse(qs, sep, eq, options) {
  const object = { __proto__: null };
  if (typeof qs !== 'string' || qs.length === 0) return object;
  sep = sep ? `${sep}` : '&';
  eq = eq ? `${eq}` : '=';
  const maxKeys = typeof options?.maxKeys === 'number' ? options.maxKeys : MAX_KEYS;
  const decode = typeof options?.decodeURIComponent === 'function' ? options.decodeURIComponent : querystring.unescape;
  const custom = decode !== qsUnescape;
  for (const pair of isLimit(maxKeys) ? qs.split(sep, maxKeys) : qs.split(sep)) {
    if (pair === '') continue;
    const at = pair.indexOf(eq);
    const rawName = at < 0 ? pair : pair.slice(0, at);
    const name = decoded(rawName, decode, custom);
    // A second escape in the name makes Node decode the value too, which shows where a `%` in it stands for itself.
    const value = at < 0 ? '' : decoded(pair.slice(at + eq.length), decode, custom || escapedTwice.test(rawName));
    const before = object[name];
    if (before === undefined) object[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else object[name] = [before, value];
  }
  return object;
}

const querystring = module.exports = {
  unescapeBuffer,
  unescape: qsUnescape,
  escape: qsEscape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};
