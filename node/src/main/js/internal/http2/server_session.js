'use strict';

/** `ServerHttp2Session`: a connection on which requests come. */

const errors = require('internal/errors');
const { Http2Session, SERVER } = require('internal/http2/session');
const { kHandle, kServer, kSessions } = require('internal/http2/symbols');

const natives = binding('http2');

/** The most octets of an ALTSVC or ORIGIN frame. */
const MOST_OCTETS = 16382;

/** The serialized origin of a URL; the code says what is wrong with one that has none. */
function originOf(value, code, name, types) {
  let origin;
  if (typeof value === 'string') ({ origin } = new URL(value));
  else if (value !== null && typeof value === 'object') ({ origin } = value);
  if (typeof origin !== 'string') throw new errors.ERR_INVALID_ARG_TYPE(name, types, value);
  if (origin === 'null' || origin === '') throw new errors[code]();
  return origin;
}

class ServerHttp2Session extends Http2Session {
  constructor(options, socket, server) {
    super(SERVER, options, socket);
    this[kServer] = server;
    server?.[kSessions].add(this);
  }

  get server() { return this[kServer]; }

  altsvc(alt, originOrStream) {
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_SESSION();
    const types = ['string', 'number', 'URL', 'object'];
    let stream = 0;
    let origin = '';
    if (originOrStream === null || !['string', 'number', 'object', 'undefined'].includes(typeof originOrStream)) {
      throw new errors.ERR_INVALID_ARG_TYPE('originOrStream', types, originOrStream);
    }
    if (typeof originOrStream === 'number') {
      if (originOrStream >>> 0 !== originOrStream || originOrStream === 0) {
        throw new errors.ERR_OUT_OF_RANGE('originOrStream', '> 0 && < 4294967296', originOrStream);
      }
      stream = originOrStream;
    } else if (originOrStream !== undefined) {
      origin = originOf(originOrStream, 'ERR_HTTP2_ALTSVC_INVALID_ORIGIN', 'originOrStream', types);
    }
    require('internal/validators').validateString(alt, 'alt');
    if (!isQuotedText(alt)) throw new errors.ERR_INVALID_CHAR('alt');
    if (origin.length + alt.length > MOST_OCTETS) throw new errors.ERR_HTTP2_ALTSVC_LENGTH();
    natives.altsvc(this[kHandle], stream, origin, alt);
  }

  origin(...origins) {
    if (this.destroyed) throw new errors.ERR_HTTP2_INVALID_SESSION();
    if (origins.length === 0) return;
    const names = origins.map((value) => originOf(value, 'ERR_HTTP2_INVALID_ORIGIN', 'origin', ['string', 'URL', 'object']));
    const total = names.reduce((sum, { length }) => sum + length, 0);
    if (total > MOST_OCTETS) throw new errors.ERR_HTTP2_ORIGIN_LENGTH();
    const payload = Buffer.alloc(total + 2 * names.length);
    let at = 0;
    for (const name of names) {
      at = payload.writeUInt16BE(name.length, at);
      at += payload.write(name, at, 'latin1');
    }
    natives.origin(this[kHandle], payload);
  }
}

/** Whether a text can be the value of a field. */
function isQuotedText(text) {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

function performServerHandshake(socket, options = {}) {
  const { initializeOptions } = require('internal/http2/server');
  return new ServerHttp2Session(initializeOptions(options), socket, undefined);
}

module.exports = { ServerHttp2Session, performServerHandshake };
