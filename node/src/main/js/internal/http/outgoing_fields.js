'use strict';

/** The header fields of an OutgoingMessage, kept by their lower-case names until the head is made. */

const { checkedName, checkInvalidHeaderChar, kUniqueHeaders, validateHeaderName, validateHeaderValue, validateHeaderValues } =
  require('internal/http/fields');

function sentAlready(message, verb) {
  if (message._header) throw new (require('internal/errors').ERR_HTTP_HEADERS_SENT)(verb);
}

/** @param {symbol} kOutHeaders where a message keeps its fields: lower-case name → [name, value] */
function define(prototype, kOutHeaders) {
  Object.defineProperty(prototype, '_headers', {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() { return this.getHeaders(); },
    set(value) { replace(this, value, kOutHeaders); },
  });
  Object.defineProperty(prototype, '_headerNames', {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() {
      const headers = this[kOutHeaders];
      if (headers === null) return null;
      const names = { __proto__: null };
      for (const key in headers) names[key] = headers[key][0];
      return names;
    },
    set(names) {
      if (typeof names !== 'object' || names === null || this[kOutHeaders] === null) return;
      for (const key of Object.keys(names)) {
        if (this[kOutHeaders][key]) this[kOutHeaders][key][0] = names[key];
      }
    },
  });

  prototype._renderHeaders = function _renderHeaders() {
    sentAlready(this, 'render');
    const rendered = {};
    const headers = this[kOutHeaders];
    for (const key in headers) rendered[headers[key][0]] = headers[key][1];
    return rendered;
  };

  prototype.setHeader = function setHeader(name, value) {
    if (this._header) sentAlready(this, 'set');
    const key = checkedName(name);
    if (typeof value === 'string') validateHeaderValue(name, value);
    else validateHeaderValues(name, value);
    (this[kOutHeaders] ??= { __proto__: null })[key] = [name, value];
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
    const entry = this[kOutHeaders]?.[key];
    if (entry === undefined) return this.setHeader(name, value);
    if (!Array.isArray(entry[1])) entry[1] = [entry[1]];
    if (Array.isArray(value)) entry[1].push(...value);
    else entry[1].push(value);
    return this;
  };

  prototype.getHeader = function getHeader(name) {
    require('internal/validators').validateString(name, 'name');
    return this[kOutHeaders]?.[name.toLowerCase()]?.[1];
  };

  prototype.getHeaderNames = function getHeaderNames() {
    return this[kOutHeaders] === null ? [] : Object.keys(this[kOutHeaders]);
  };

  prototype.getRawHeaderNames = function getRawHeaderNames() {
    return this[kOutHeaders] === null ? [] : Object.values(this[kOutHeaders]).map((entry) => entry[0]);
  };

  prototype.getHeaders = function getHeaders() {
    const copy = { __proto__: null };
    const headers = this[kOutHeaders];
    for (const key in headers) copy[key] = headers[key][1];
    return copy;
  };

  prototype.hasHeader = function hasHeader(name) {
    require('internal/validators').validateString(name, 'name');
    return this[kOutHeaders] !== null && this[kOutHeaders][name.toLowerCase()] !== undefined;
  };

  prototype.removeHeader = function removeHeader(name) {
    require('internal/validators').validateString(name, 'name');
    sentAlready(this, 'remove');
    const key = name.toLowerCase();
    if (key === 'connection') this._removedConnection = true;
    else if (key === 'content-length') this._removedContLen = true;
    else if (key === 'transfer-encoding') this._removedTE = true;
    else if (key === 'date') this.sendDate = false;
    if (this[kOutHeaders] !== null) delete this[kOutHeaders][key];
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

/** The deprecated way to replace all fields. */
function replace(message, value, kOutHeaders) {
  if (value === null) {
    message[kOutHeaders] = null;
  } else if (typeof value === 'object') {
    const headers = message[kOutHeaders] = { __proto__: null };
    for (const name of Object.keys(value)) headers[name.toLowerCase()] = [name, value[name]];
  }
}

module.exports = { define };
