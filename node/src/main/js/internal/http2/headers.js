'use strict';

/** Fields of messages: from lists to the objects that programs get, and from what programs give to lists that can be sent. */

const errors = require('internal/errors');
const { checkIsHttpToken } = require('internal/http/fields');
const { kSensitiveHeaders } = require('internal/http2/symbols');

/** Fields that may come only once: RFC 9110 and Node's documentation. */
const SINGLE = new Set([':status', ':method', ':authority', ':scheme', ':path', ':protocol', 'access-control-allow-credentials',
  'access-control-max-age', 'access-control-request-method', 'age', 'authorization', 'content-encoding', 'content-language',
  'content-length', 'content-location', 'content-md5', 'content-range', 'content-type', 'date', 'dnt', 'etag', 'expires', 'from', 'host',
  'if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'last-modified', 'location', 'max-forwards',
  'proxy-authorization', 'range', 'referer', 'retry-after', 'tk', 'upgrade-insecure-requests', 'user-agent', 'x-content-type-options']);

const PSEUDO_OF_REQUEST = new Set([':status', ':method', ':authority', ':scheme', ':path', ':protocol']);
const PSEUDO_OF_RESPONSE = new Set([':status']);
const PSEUDO_OF_TRAILERS = new Set();

const NOTHING = Object.freeze([]);

function isConnectionField(name, value) {
  switch (name) {
    case 'connection':
    case 'upgrade':
    case 'http2-settings':
    case 'keep-alive':
    case 'proxy-connection':
    case 'transfer-encoding':
      return true;
    case 'te':
      return value !== 'trailers';
    default:
      return false;
  }
}

/**
 * The object of a list of fields: those that come more than once are joined, as far as they may.
 * @param {string[]} list name, value, name …
 * @param {string[]|undefined} sensitive names of those that nobody may keep
 */
function toHeaderObject(list, sensitive) {
  const headers = { __proto__: null };
  for (let n = 0; n < list.length; n += 2) {
    const name = list[n];
    const value = name === ':status' ? list[n + 1] | 0 : list[n + 1];
    const before = headers[name];
    if (before === undefined) headers[name] = name === 'set-cookie' ? [value] : value;
    else if (name === 'set-cookie') before.push(value);
    else if (name === 'cookie') headers[name] = `${before}; ${value}`;
    else if (!SINGLE.has(name)) headers[name] = `${before}, ${value}`;
  }
  headers[kSensitiveHeaders] = sensitive ?? [];
  return headers;
}

/** The object of a list that a program gave: its names as they are, lists of those that come more than once. */
function objectOfList(list) {
  const headers = { __proto__: null };
  for (let n = 0; n < list.length; n += 2) {
    const name = list[n];
    const before = headers[name];
    if (before === undefined) headers[name] = list[n + 1];
    else if (Array.isArray(before)) before.push(list[n + 1]);
    else headers[name] = [before, list[n + 1]];
  }
  if (list[kSensitiveHeaders] !== undefined) headers[kSensitiveHeaders] = list[kSensitiveHeaders];
  return headers;
}

/** Gathers the fields of one message. */
class List {
  constructor(pseudo, given, strict) {
    this.pseudo = pseudo;
    this.strict = strict;
    this.front = [];
    this.rest = [];
    this.secret = secretNames(given);
    this.seen = undefined;
  }

  add(given, value) {
    if (value === undefined || given === '') return;
    const name = given.toLowerCase();
    const single = this.strict && SINGLE.has(name);
    if (Array.isArray(value)) {
      if (value.length === 0) return;
      if (value.length > 1 && single) throw new errors.ERR_HTTP2_HEADER_SINGLE_VALUE(name);
    }
    if (single) this.once(name);
    if (name[0] === ':') {
      if (!this.pseudo.has(name)) throw new errors.ERR_HTTP2_INVALID_PSEUDOHEADER(name);
      this.front.push(name, String(value));
      return;
    }
    if (!checkIsHttpToken(name)) throw new errors.ERR_INVALID_HTTP_TOKEN('Header name', name);
    if (isConnectionField(name, Array.isArray(value) && value.length === 1 ? value[0] : value)) {
      throw new errors.ERR_HTTP2_INVALID_CONNECTION_HEADERS(name);
    }
    if (Array.isArray(value)) for (const each of value) this.rest.push(name, String(each));
    else this.rest.push(name, String(value));
  }

  once(name) {
    this.seen ??= new Set();
    if (this.seen.has(name)) throw new errors.ERR_HTTP2_HEADER_SINGLE_VALUE(name);
    this.seen.add(name);
  }

  /** @returns {{texts: string[], sensitive: boolean[]|undefined}} pseudo-headers come first */
  finish() {
    const texts = this.rest.length === 0 ? this.front : this.front.concat(this.rest);
    if (this.secret === undefined) return { texts, sensitive: undefined };
    const sensitive = [];
    for (let n = 0; n < texts.length; n += 2) sensitive.push(this.secret.has(texts[n]));
    return { texts, sensitive };
  }
}

function secretNames(given) {
  const names = given[kSensitiveHeaders];
  if (names === undefined) return undefined;
  if (!Array.isArray(names)) throw new errors.ERR_INVALID_ARG_VALUE('headers[http2.neverIndex]', names);
  return names.length === 0 ? undefined : new Set(names.map((name) => name.toLowerCase()));
}

/**
 * What a program gave as a list that can be sent.
 * @param {object|string[]} given an object, or names and values in turn
 * @param {Set<string>} pseudo the pseudo-headers that the message may have
 * @param {boolean} [strict] whether fields that may come only once must
 */
function toList(given, pseudo, strict = true) {
  const list = new List(pseudo, given, strict);
  if (Array.isArray(given)) for (let n = 0; n < given.length; n += 2) list.add(given[n], given[n + 1]);
  else for (const name in given) if (Object.hasOwn(given, name)) list.add(name, given[name]);
  return list.finish();
}

function authorityOf(headers) {
  return headers[':authority'] ?? headers.host;
}

/** An object, or nothing; anything else is an argument of the wrong type. */
function assertIsObject(value, name, types = 'object') {
  if (value !== undefined && (value === null || typeof value !== 'object' || Array.isArray(value))) {
    throw new errors.ERR_INVALID_ARG_TYPE(name, types, value);
  }
}

/** As {@link assertIsObject}, for fields, which may be a list too. */
function assertIsHeaders(value) {
  if (!Array.isArray(value)) {
    assertIsObject(value, 'headers', ['Object', 'Array']);
  } else if (value.length % 2 !== 0) {
    throw new errors.ERR_INVALID_ARG_VALUE('headers', value);
  }
}

module.exports = {
  NOTHING, PSEUDO_OF_REQUEST, PSEUDO_OF_RESPONSE, PSEUDO_OF_TRAILERS, assertIsHeaders, assertIsObject, authorityOf, isConnectionField,
  objectOfList, toHeaderObject, toList,
};
