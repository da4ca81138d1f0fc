'use strict';

/** `TextEncoderStream` and `TextDecoderStream`. */

const { TransformStream } = require('internal/webstreams/library');
const { customInspect } = require('internal/webstreams/inspect');
const errors = require('internal/errors');

const REPLACEMENT = [0xef, 0xbf, 0xbd];

/** Strings in, UTF-8 out. A surrogate pair may be split between two chunks. */
class TextEncoderStream {
  #pendingHigh = '';
  #encoder = new TextEncoder();
  #transform = new TransformStream({
    transform: (chunk, controller) => {
      const text = this.#wholePairs(`${chunk}`);
      if (text !== '') controller.enqueue(this.#encoder.encode(text));
    },
    flush: (controller) => {
      if (this.#pendingHigh !== '') controller.enqueue(new Uint8Array(REPLACEMENT));
    },
  });

  /** Joins what was left of the last chunk, and keeps back a half pair at the end. */
  #wholePairs(text) {
    if (text === '') return text;
    text = this.#pendingHigh + text;
    const last = text.charCodeAt(text.length - 1);
    if ((last & 0xfc00) !== 0xd800) {
      this.#pendingHigh = '';
      return text;
    }
    this.#pendingHigh = text[text.length - 1];
    return text.slice(0, -1);
  }

  static #of(stream) {
    if (typeof stream !== 'object' || stream === null || !(#transform in stream)) {
      throw new errors.ERR_INVALID_THIS('TextEncoderStream');
    }
    return stream;
  }

  get encoding() {
    return TextEncoderStream.#of(this).#encoder.encoding;
  }

  get readable() {
    return TextEncoderStream.#of(this).#transform.readable;
  }

  get writable() {
    return TextEncoderStream.#of(this).#transform.writable;
  }
}

/** Bytes in, strings out. */
class TextDecoderStream {
  #decoder;
  #transform;

  constructor(encoding = 'utf-8', options = {}) {
    this.#decoder = new TextDecoder(encoding, options);
    this.#transform = new TransformStream({
      transform: (chunk, controller) => {
        if (chunk === undefined) throw new errors.ERR_INVALID_ARG_TYPE('chunk', 'string', chunk);
        const text = this.#decoder.decode(chunk, { stream: true });
        if (text) controller.enqueue(text);
      },
      flush: (controller) => {
        const text = this.#decoder.decode();
        if (text) controller.enqueue(text);
        controller.terminate();
      },
    });
  }

  static #of(stream) {
    if (typeof stream !== 'object' || stream === null || !(#decoder in stream)) {
      throw new errors.ERR_INVALID_THIS('TextDecoderStream');
    }
    return stream;
  }

  get encoding() {
    return TextDecoderStream.#of(this).#decoder.encoding;
  }

  get fatal() {
    return TextDecoderStream.#of(this).#decoder.fatal;
  }

  get ignoreBOM() {
    return TextDecoderStream.#of(this).#decoder.ignoreBOM;
  }

  get readable() {
    return TextDecoderStream.#of(this).#transform.readable;
  }

  get writable() {
    return TextDecoderStream.#of(this).#transform.writable;
  }
}

for (const [Class, properties] of [
  [TextEncoderStream, ['encoding', 'readable', 'writable']],
  [TextDecoderStream, ['encoding', 'fatal', 'ignoreBOM', 'readable', 'writable']],
]) {
  for (const name of properties) Object.defineProperty(Class.prototype, name, { __proto__: null, enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { __proto__: null, value: Class.name, configurable: true });
  customInspect(Class, (stream) => Object.fromEntries(properties.map((name) => [name, stream[name]])));
}

module.exports = { TextDecoderStream, TextEncoderStream };
