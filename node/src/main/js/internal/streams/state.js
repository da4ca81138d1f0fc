'use strict';

/**
 * What the states of a stream's two sides have in common: flags kept as bits of one integer, seen from outside as the
 * properties Node has (`_readableState.destroyed`), and the high water marks.
 */

const shared = {
  OBJECT_MODE: 1 << 0,
  ERROR_EMITTED: 1 << 1,
  AUTO_DESTROY: 1 << 2,
  EMIT_CLOSE: 1 << 3,
  DESTROYED: 1 << 4,
  CLOSED: 1 << 5,
  CLOSE_EMITTED: 1 << 6,
  ERRORED: 1 << 7,
  CONSTRUCTED: 1 << 8,
  SYNC: 1 << 9,
};

const { ERRORED } = shared;

/** The first bit that a side may use for itself. */
const FIRST_OWN_BIT = 10;

/** Makes a bit of `bits` look like a boolean property. */
function defineFlag(prototype, name, bit) {
  Object.defineProperty(prototype, name, {
    __proto__: null,
    enumerable: false,
    configurable: true,
    get() { return (this.bits & bit) !== 0; },
    set(value) {
      if (value) this.bits |= bit;
      else this.bits &= ~bit;
    },
  });
}

/** Defines the shared properties and those that `own` maps to bits. */
function defineFlags(prototype, own) {
  defineFlag(prototype, 'objectMode', shared.OBJECT_MODE);
  defineFlag(prototype, 'errorEmitted', shared.ERROR_EMITTED);
  defineFlag(prototype, 'autoDestroy', shared.AUTO_DESTROY);
  defineFlag(prototype, 'emitClose', shared.EMIT_CLOSE);
  defineFlag(prototype, 'destroyed', shared.DESTROYED);
  defineFlag(prototype, 'closed', shared.CLOSED);
  defineFlag(prototype, 'closeEmitted', shared.CLOSE_EMITTED);
  defineFlag(prototype, 'constructed', shared.CONSTRUCTED);
  defineFlag(prototype, 'sync', shared.SYNC);
  for (const name of Object.keys(own)) defineFlag(prototype, name, own[name]);
  // Streams seldom fail: the error is a property of its own only then.
  prototype.failure = null;
  Object.defineProperty(prototype, 'errored', {
    __proto__: null,
    enumerable: false,
    configurable: true,
    get() { return this.failure; },
    set(error) {
      this.failure = error;
      if (error) this.bits |= ERRORED;
      else this.bits &= ~ERRORED;
    },
  });
}

let byteLimit = process.platform === 'win32' ? 16 * 1024 : 64 * 1024;
let objectLimit = 16;

/** @returns {number} the high water mark of streams that do not set their own: bytes, or objects */
function getDefaultHighWaterMark(objectMode) {
  return objectMode ? objectLimit : byteLimit;
}

function setDefaultHighWaterMark(objectMode, value) {
  require('internal/validators').validateInteger(value, 'value', 0);
  if (objectMode) objectLimit = value;
  else byteLimit = value;
}

/**
 * @param {object} options the stream's
 * @param {boolean} objectMode of this side
 * @param {string} sideKey the option that sets only this side of a duplex, `readableHighWaterMark`
 */
function highWaterMarkOf(options, objectMode, sideKey, isDuplex) {
  const mark = options.highWaterMark ?? (isDuplex ? options[sideKey] : undefined);
  if (mark === undefined || mark === null) return getDefaultHighWaterMark(objectMode);
  if (!Number.isInteger(mark) || mark < 0) {
    const errors = require('internal/errors');
    throw new errors.ERR_INVALID_ARG_VALUE(isDuplex ? `options.${sideKey}` : 'options.highWaterMark', mark);
  }
  return mark;
}

/** @returns {string} the encoding that strings have when a call does not say */
function defaultEncodingOf(encoding) {
  if (encoding === undefined || encoding === null || encoding === 'utf8' || encoding === 'utf-8') return 'utf8';
  if (Buffer.isEncoding(encoding)) return encoding;
  throw new (require('internal/errors').ERR_UNKNOWN_ENCODING)(encoding);
}

/** @returns {Buffer} the same memory as any other view */
function asBuffer(view) {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

module.exports = {
  ...shared, FIRST_OWN_BIT, asBuffer, defaultEncodingOf, defineFlags, getDefaultHighWaterMark, highWaterMarkOf, setDefaultHighWaterMark,
};
