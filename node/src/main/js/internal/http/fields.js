'use strict';

/** Names and values of header fields: their validation, and which ones Node itself attends to. */

const { fieldKey, isFieldValue, isToken } = require('internal/http/binding');

const kUniqueHeaders = Symbol('kUniqueHeaders');

function badName(name, label) {
  return new (require('internal/errors').ERR_INVALID_HTTP_TOKEN)(label || 'Header name', name);
}

/** @returns {string} the name in lower case */
function checkedName(name, label) {
  const key = fieldKey(name);
  if (key === undefined) throw badName(name, label);
  return key;
}

function validateHeaderName(name, label) {
  checkedName(name, label);
}

function validateHeaderValue(name, value) {
  if (typeof value === 'string' && isFieldValue(value)) return;
  const errors = require('internal/errors');
  if (value === undefined) throw new errors.ERR_HTTP_INVALID_HEADER_VALUE(value, name);
  if (!isFieldValue(`${value}`)) throw new errors.ERR_INVALID_CHAR('header content', name);
}

/** As {@link validateHeaderValue} for a value or a list of values. */
function validateHeaderValues(name, value) {
  if (Array.isArray(value)) {
    for (const each of value) validateHeaderValue(name, each);
  } else {
    validateHeaderValue(name, value);
  }
}

/** The option uniqueHeaders, lower-cased. */
function parseUniqueHeadersOption(headers) {
  if (!Array.isArray(headers)) return null;
  const unique = new Set();
  for (const name of headers) unique.add(`${name}`.toLowerCase());
  return unique;
}

const CHUNKED = /(?:^|\W)chunked(?:$|\W)/i;
const CLOSE = /(?:^|\W)close(?:$|\W)/i;
const CONTINUE = /(?:^|\W)100-continue(?:$|\W)/i;

function checkInvalidHeaderChar(value) {
  return !isFieldValue(`${value}`);
}

function checkIsHttpToken(value) {
  return typeof value === 'string' && isToken(value);
}

module.exports = {
  CHUNKED, CLOSE, CONTINUE, checkInvalidHeaderChar, checkIsHttpToken, checkedName, kUniqueHeaders, parseUniqueHeadersOption,
  validateHeaderName, validateHeaderValue, validateHeaderValues,
};
