'use strict';

/** The head of an OutgoingMessage as text: its first line, its fields, and those that Node adds. */

const { CHUNKED, CLOSE, checkedName, kUniqueHeaders, validateHeaderValue } = require('internal/http/fields');
const { date } = require('internal/http/binding');
const { ENTRY, entriesOf } = require('internal/http/outgoing_fields');

// What of the message's own fields has been seen.
const CONNECTION = 1;
const CONTENT_LENGTH = 2;
const TRANSFER_ENCODING = 4;
const DATE = 8;
const EXPECT = 16;
const TRAILER = 32;

/** What a field, by its lower-case name, tells about how the message is sent. */
function attend(message, key, value) {
  switch (key) {
    case 'connection':
      message._removedConnection = false;
      if (CLOSE.test(value)) message._last = true;
      else message.shouldKeepAlive = true;
      return CONNECTION;
    case 'transfer-encoding':
      message._removedTE = false;
      if (CHUNKED.test(value)) message.chunkedEncoding = true;
      return TRANSFER_ENCODING;
    case 'content-length':
      message._contentLength = +value;
      message._removedContLen = false;
      return CONTENT_LENGTH;
    case 'date':
      return DATE;
    case 'expect':
      return EXPECT;
    case 'trailer':
      return TRAILER;
    case 'keep-alive':
      message._defaultKeepAlive = false;
      return 0;
    default:
      return 0;
  }
}

/** Puts fields together and notes what they tell. */
class Head {
  constructor(message, firstLine) {
    this.message = message;
    this.text = firstLine;
    this.seen = 0;
  }

  field(name, key, value, check) {
    if (!Array.isArray(value)) {
      this.line(name, key, value, check);
    } else if ((value.length < 2 || key !== 'cookie') && !this.message[kUniqueHeaders]?.has(key)) {
      for (const each of value) this.line(name, key, each, check);
    } else {
      this.line(name, key, value.join('; '), check);
    }
  }

  line(name, key, value, check) {
    if (check) validateHeaderValue(name, value);
    this.text += name + ': ' + value + '\r\n';
    this.seen |= attend(this.message, key, value);
  }

  /** Fields that were not validated before: an object, a list of pairs, or a flat list. */
  given(headers) {
    if (!Array.isArray(headers)) {
      for (const name in headers) {
        if (Object.hasOwn(headers, name)) this.field(name, checkedName(name), headers[name], true);
      }
    } else if (headers.length > 0 && Array.isArray(headers[0])) {
      for (const { 0: name, 1: value } of headers) this.field(name, checkedName(name), value, true);
    } else {
      if (headers.length % 2 !== 0) throw new (require('internal/errors').ERR_INVALID_ARG_VALUE)('headers', headers);
      for (let n = 0; n < headers.length; n += 2) this.field(headers[n], checkedName(headers[n]), headers[n + 1], true);
    }
  }
}

function keepAliveFields(message) {
  let text = 'Connection: keep-alive\r\n';
  if (message._keepAliveTimeout && message._defaultKeepAlive) {
    const most = ~~message._maxRequestsPerSocket;
    text += `Keep-Alive: timeout=${Math.floor(message._keepAliveTimeout / 1000)}${most > 0 ? `, max=${most}` : ''}\r\n`;
  }
  return text;
}

function connectionFields(message, seen) {
  if (message._removedConnection) {
    // Without the field a connection of HTTP/1.1 persists all the same.
    message._last = !message.shouldKeepAlive;
    return '';
  }
  if ((seen & CONNECTION) !== 0) return '';
  const keep = message.shouldKeepAlive &&
    ((seen & CONTENT_LENGTH) !== 0 || message.useChunkedEncodingByDefault || message.agent);
  if (keep && !message.maxRequestsOnConnectionReached) return keepAliveFields(message);
  if (!keep) message._last = true;
  return 'Connection: close\r\n';
}

/** How the receiver will know where the body ends, if the message's own fields do not say. */
function bodyFields(message, seen) {
  if ((seen & (CONTENT_LENGTH | TRANSFER_ENCODING)) !== 0) return '';
  if (!message._hasBody) {
    message.chunkedEncoding = false;
  } else if (!message.useChunkedEncodingByDefault) {
    message._last = true;
  } else if ((seen & TRAILER) === 0 && !message._removedContLen && typeof message._contentLength === 'number') {
    return 'Content-Length: ' + message._contentLength + '\r\n';
  } else if (!message._removedTE) {
    message.chunkedEncoding = true;
    return 'Transfer-Encoding: chunked\r\n';
  } else {
    // Only the connection's end can end it.
    message._last = true;
  }
  return '';
}

function define(prototype, kOutHeaders) {
  prototype._storeHeader = function _storeHeader(firstLine, headers) {
    const head = new Head(this, firstLine);
    if (headers) {
      if (headers === this[kOutHeaders]) {
        const entries = entriesOf(headers);
        for (let n = 0; n < entries.length; n += ENTRY) head.field(entries[n + 1], entries[n], entries[n + 2], false);
      } else {
        head.given(headers);
      }
    }
    const { seen } = head;
    let { text } = head;
    if (this.sendDate && (seen & DATE) === 0) text += 'Date: ' + date() + '\r\n';
    // These never have a body, and some clients stumble over one of no chunks.
    if (this.chunkedEncoding && (this.statusCode === 204 || this.statusCode === 304)) {
      this.chunkedEncoding = false;
      this.shouldKeepAlive = false;
    }
    text += connectionFields(this, seen);
    text += bodyFields(this, seen);
    if (!this.chunkedEncoding && (seen & TRAILER) !== 0) throw new (require('internal/errors').ERR_HTTP_TRAILER_INVALID)();
    this._header = text + '\r\n';
    this._headerSent = false;
    // Whoever waits for permission to go on must ask for it now.
    if ((seen & EXPECT) !== 0) this._send('');
  };
}

module.exports = { define };
