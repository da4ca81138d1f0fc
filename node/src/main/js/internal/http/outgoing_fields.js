'use strict';

/** The header fields of an OutgoingMessage, kept until the head is made. */

const natives = require('internal/http/binding');
const { checkedName, checkInvalidHeaderChar, kUniqueHeaders, validateHeaderName, validateHeaderValues } =
  require('internal/http/fields');

function sentAlready(message, verb) {
  if (message._header) throw new (require('internal/errors').ERR_HTTP_HEADERS_SENT)(verb);
}

/** How many places a field has in what {@link entriesOf} gives: its name in lower case, its name as it was given, its value. */
const ENTRY = 3;

/**
 * The fields of a list of Java's.
 * @param {object | null} fields as a message keeps them
 * @returns {Array<any>} one after the other
 */
function entriesOf(fields) {
  return fields === null ? [] : natives.fieldEntries(fields);
}

/** One place of each field. */
function column(fields, place) {
  const entries = entriesOf(fields);
  const list = [];
  for (let n = place; n < entries.length; n += ENTRY) list.push(entries[n]);
  return list;
}

/** Sets a field whose value is no string or small number, or that is refused. */
function setUnusual(fields, name, value) {
  const key = checkedName(name);
  validateHeaderValues(name, value);
  natives.putField(fields, key, name, value);
}

/** @param {symbol} kOutHeaders where a message keeps its fields: null, or a list of Java's */
function define(prototype, kOutHeaders) {
  prototype._renderHeaders = function _renderHeaders() {
    sentAlready(this, 'render');
    const rendered = {};
    const entries = entriesOf(this[kOutHeaders]);
    for (let n = 0; n < entries.length; n += ENTRY) rendered[entries[n + 1]] = entries[n + 2];
    return rendered;
  };

  prototype.setHeader = function setHeader(name, value) {
    if (this._header) sentAlready(this, 'set');
    const fields = this[kOutHeaders] ?? natives.newFields();
    if (!natives.setField(fields, name, value)) setUnusual(fields, name, value);
    this[kOutHeaders] = fields;
    return this;
  };

  prototype.setHeaders = function setHeaders(headers) {
    sentAlready(this, 'set');
    if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function') {
      throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)('headers', ['Headers', 'Map'], headers);
    }
    // Headers lists every cookie by itself; here they are one field of many values.
    const cookies = [];
    for (const { 0: key, 1: value } of headers) {
      if (key !== 'set-cookie') this.setHeader(key, value);
      else if (Array.isArray(value)) cookies.push(...value);
      else cookies.push(value);
    }
    if (cookies.length > 0) this.setHeader('set-cookie', cookies);
    return this;
  };

  prototype.appendHeader = function appendHeader(name, value) {
    sentAlready(this, 'append');
    const key = checkedName(name);
    validateHeaderValues(name, value);
    const fields = this[kOutHeaders];
    const before = fields === null ? undefined : natives.getField(fields, name);
    if (before === undefined) return this.setHeader(name, value);
    const values = Array.isArray(before) ? before : [before];
    if (Array.isArray(value)) values.push(...value);
    else values.push(value);
    if (values !== before) natives.putField(fields, key, natives.givenName(fields, name), values);
    return this;
  };

  prototype.getHeader = function getHeader(name) {
    if (typeof name !== 'string') require('internal/validators').validateString(name, 'name');
    const fields = this[kOutHeaders];
    return fields === null ? undefined : natives.getField(fields, name);
  };

  prototype.getHeaderNames = function getHeaderNames() {
    return column(this[kOutHeaders], 0);
  };

  prototype.getRawHeaderNames = function getRawHeaderNames() {
    return column(this[kOutHeaders], 1);
  };

  prototype.getHeaders = function getHeaders() {
    const copy = { __proto__: null };
    const entries = entriesOf(this[kOutHeaders]);
    for (let n = 0; n < entries.length; n += ENTRY) copy[entries[n]] = entries[n + 2];
    return copy;
  };

  prototype.hasHeader = function hasHeader(name) {
    require('internal/validators').validateString(name, 'name');
    const fields = this[kOutHeaders];
    return fields !== null && natives.getField(fields, name) !== undefined;
  };

  prototype.removeHeader = function removeHeader(name) {
    require('internal/validators').validateString(name, 'name');
    sentAlready(this, 'remove');
    const key = name.toLowerCase();
    if (key === 'connection') this._removedConnection = true;
    else if (key === 'content-length') this._removedContLen = true;
    else if (key === 'transfer-encoding') this._removedTE = true;
    else if (key === 'date') this.sendDate = false;
    if (this[kOutHeaders] !== null) natives.removeField(this[kOutHeaders], key);
  };

  prototype.addTrailers = function addTrailers(headers) {
    this._trailer = '';
    const pairs = Array.isArray(headers);
    for (const key of Object.keys(headers)) {
      const field = pairs ? headers[key][0] : key;
      const value = pairs ? headers[key][1] : headers[key];
      validateHeaderName(field, 'Trailer name');
      const list = Array.isArray(value) && value.length > 1 && !this[kUniqueHeaders]?.has(field.toLowerCase()) ? value :
        [Array.isArray(value) ? value.join('; ') : value];
      for (const each of list) {
        if (checkInvalidHeaderChar(each)) throw new (require('internal/errors').ERR_INVALID_CHAR)('trailer content', field);
        this._trailer += `${field}: ${each}\r\n`;
      }
    }
  };
}

module.exports = { ENTRY, define, entriesOf };
