'use strict';

/** `node:string_decoder`: bytes in chunks to strings, whose characters may lie across chunks. */

const { decode, flush } = binding('string_decoder');
const { Buffer } = require('buffer');
const errors = require('internal/errors');

/** The Buffer that Java keeps its state in; see DecoderState.java for its layout. */
const kNativeDecoder = Symbol('kNativeDecoder');
const kMissingBytes = 4;
const kBufferedBytes = 5;
const kEncoding = 6;
const kSize = 7;

/** Encodings by all their names: the name that `encoding` shows, and Node's number for it. */
const encodings = {
  '__proto__': null,
  '': ['utf8', 1], 'utf8': ['utf8', 1], 'utf-8': ['utf8', 1],
  'ucs2': ['utf16le', 3], 'ucs-2': ['utf16le', 3], 'utf16le': ['utf16le', 3], 'utf-16le': ['utf16le', 3],
  'latin1': ['latin1', 4], 'binary': ['latin1', 4],
  'ascii': ['ascii', 0],
  'hex': ['hex', 5],
  'base64': ['base64', 2],
  'base64url': ['base64url', 7],
};

/**
 * A decoder for one stream of bytes.
 * @param {string} [encoding] UTF-8 by default
 */
function StringDecoder(encoding) {
  const known = encoding == null ? encodings.utf8 : typeof encoding === 'string' ? encodings[encoding.toLowerCase()] : undefined;
  if (known === undefined) throw new errors.ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = known[0];
  const state = Buffer.alloc(kSize);
  state[kEncoding] = known[1];
  this[kNativeDecoder] = state;
}

/**
 * The characters that are whole with this chunk.
 * @param {string|Buffer|TypedArray|DataView} buf a string passes as it is
 */
StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  if (!ArrayBuffer.isView(buf)) throw new errors.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buf);
  const state = this[kNativeDecoder];
  if (!state) throw new errors.ERR_INVALID_THIS('StringDecoder');
  const text = decode(state, buf);
  if (text === undefined) throw new errors.ERR_STRING_TOO_LONG(require('buffer').constants.MAX_STRING_LENGTH.toString(16));
  return text;
};

/** As write() for a last chunk, with what is left after it. The decoder can be used anew. */
StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  const state = this[kNativeDecoder];
  return state[kBufferedBytes] > 0 ? text + flush(state) : text;
};

/** Forgets what was incomplete and decodes from `offset` on. Not documented by Node. */
StringDecoder.prototype.text = function text(buf, offset) {
  const state = this[kNativeDecoder];
  state[kMissingBytes] = 0;
  state[kBufferedBytes] = 0;
  return this.write(buf.slice(offset));
};

function getter(name, get) {
  Object.defineProperty(StringDecoder.prototype, name, { __proto__: null, get, enumerable: true, configurable: true });
}

getter('lastChar', function() { return this[kNativeDecoder].subarray(0, kMissingBytes); });
getter('lastNeed', function() { return this[kNativeDecoder][kMissingBytes]; });
getter('lastTotal', function() { return this[kNativeDecoder][kBufferedBytes] + this[kNativeDecoder][kMissingBytes]; });

module.exports = { StringDecoder };
