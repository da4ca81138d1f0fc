'use strict';

/* TextEncoder and TextDecoder of the Encoding Standard. */

const { encodingOf, decoder, decode, encode, encodeInto } = binding('internal/encoding');
const errors = require('internal/errors');
const { isAnyArrayBuffer, isUint8Array } = require('internal/util/types');

const custom = Symbol.for('nodejs.util.inspect.custom');

/** Makes a class's members enumerable, as those of web classes are. */
function exposeMembers(Class, names) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { __proto__: null, enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { __proto__: null, value: Class.name, configurable: true });
  Object.defineProperty(Class.prototype, custom, { __proto__: null, enumerable: false });
}

class TextEncoder {
  #isEncoder = true;

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#isEncoder in value)) throw new errors.ERR_INVALID_THIS('TextEncoder');
  }

  get encoding() {
    TextEncoder.#check(this);
    return 'utf-8';
  }

  /** The bytes of a text; lone surrogates become U+FFFD. */
  encode(input = '') {
    TextEncoder.#check(this);
    return encode(`${input}`);
  }

  /** Writes as many whole characters of `src` as fit into `dest`. */
  encodeInto(src, dest) {
    TextEncoder.#check(this);
    require('internal/validators').validateString(src, 'src');
    if (!dest || !isUint8Array(dest)) throw new errors.ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', dest);
    return encodeInto(src, dest);
  }

  [custom](depth, options) {
    TextEncoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return options.stylize(`[${this.constructor.name}]`, 'special');
    const { inspect } = require('internal/util/inspect');
    return inspect(Object.assign(Object.create({ constructor: null }), { encoding: this.encoding }), options);
  }
}

exposeMembers(TextEncoder, ['encoding', 'encode', 'encodeInto']);

function invalidList() {
  const error = new TypeError('The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  #state;

  constructor(encoding = 'utf-8', options = undefined) {
    encoding = `${encoding}`;
    if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
      throw new errors.ERR_INVALID_ARG_TYPE('options', 'object', options);
    }
    const name = encodingOf(encoding);
    if (name === undefined) throw new errors.ERR_ENCODING_NOT_SUPPORTED(encoding);
    this.#encoding = name;
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
    this.#state = decoder(name, this.#fatal, this.#ignoreBOM);
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#state in value)) throw new errors.ERR_INVALID_THIS('TextDecoder');
  }

  /** The text of bytes; with `{ stream: true }` an incomplete character at their end waits for the next call. */
  decode(input = undefined, options = undefined) {
    TextDecoder.#check(this);
    if (input !== undefined && !ArrayBuffer.isView(input) && !isAnyArrayBuffer(input)) {
      throw invalidList();
    }
    const text = decode(this.#state, input, Boolean(options?.stream));
    if (text === undefined) throw new errors.ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding);
    return text;
  }

  get encoding() {
    TextDecoder.#check(this);
    return this.#encoding;
  }

  get fatal() {
    TextDecoder.#check(this);
    return this.#fatal;
  }

  get ignoreBOM() {
    TextDecoder.#check(this);
    return this.#ignoreBOM;
  }

  [custom](depth, options) {
    TextDecoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return options.stylize(`[${this.constructor.name}]`, 'special');
    const { inspect } = require('internal/util/inspect');
    const shown = { encoding: this.#encoding, fatal: this.#fatal, ignoreBOM: this.#ignoreBOM };
    return `${this.constructor.name} ${inspect(shown, options)}`;
  }
}

exposeMembers(TextDecoder, ['decode', 'encoding', 'fatal', 'ignoreBOM']);

module.exports = { TextDecoder, TextEncoder };
