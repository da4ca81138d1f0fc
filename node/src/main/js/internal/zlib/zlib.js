'use strict';

/** The classes over zlib itself: deflate and inflate, raw and in the formats of zlib and gzip. */

const { ZlibBase, assertOpen, flushThen } = require('internal/zlib/base');
const { Zlib: Handle } = require('internal/zlib/handles');
const { checkRangesOrGetDefault } = require('internal/validators');

// zlib.h's and Node's numbers.
const SYNC_FLUSH = 2;
const DEFLATE = 1;
const INFLATE = 2;
const GZIP = 3;
const GUNZIP = 4;
const DEFLATERAW = 5;
const INFLATERAW = 6;
const UNZIP = 7;
const MIN_WINDOWBITS = 8;
const MAX_WINDOWBITS = 15;
const MAX_MEMLEVEL = 9;
const DEFAULT_MEMLEVEL = 8;
const DEFAULT_LEVEL = -1;
const MAX_LEVEL = 9;
const DEFAULT_STRATEGY = 0;
const MAX_STRATEGY = 4;

const FLUSH_KINDS = { flush: 0, finishFlush: 4, fullFlush: 3, maxFlush: 5 };

function Zlib(opts, mode) {
  let windowBits = MAX_WINDOWBITS;
  let level = DEFAULT_LEVEL;
  let memLevel = DEFAULT_MEMLEVEL;
  let strategy = DEFAULT_STRATEGY;
  let dictionary;
  if (opts) {
    if ((opts.windowBits == null || opts.windowBits === 0) && (mode === INFLATE || mode === GUNZIP || mode === UNZIP)) {
      windowBits = 0;   // as the header says
    } else {
      // zlib makes a window of 8 bits one of 9, and would then not find it in gzip's header.
      const min = MIN_WINDOWBITS + (mode === GZIP ? 1 : 0);
      windowBits = checkRangesOrGetDefault(opts.windowBits, 'options.windowBits', min, MAX_WINDOWBITS, MAX_WINDOWBITS);
    }
    level = checkRangesOrGetDefault(opts.level, 'options.level', DEFAULT_LEVEL, MAX_LEVEL, DEFAULT_LEVEL);
    memLevel = checkRangesOrGetDefault(opts.memLevel, 'options.memLevel', 1, MAX_MEMLEVEL, DEFAULT_MEMLEVEL);
    strategy = checkRangesOrGetDefault(opts.strategy, 'options.strategy', 0, MAX_STRATEGY, DEFAULT_STRATEGY);
    dictionary = checkedDictionary(opts.dictionary);
  }
  this._writeState = new Uint32Array(2);
  const handle = new Handle(this._writeState, mode, windowBits, level, memLevel, strategy, dictionary);
  Reflect.apply(ZlibBase, this, [opts, mode, handle, FLUSH_KINDS]);
  this._level = level;
  this._strategy = strategy;
  this._mode = mode;
}

Object.setPrototypeOf(Zlib.prototype, ZlibBase.prototype);
Object.setPrototypeOf(Zlib, ZlibBase);

function checkedDictionary(dictionary) {
  if (dictionary === undefined || ArrayBuffer.isView(dictionary)) return dictionary;
  if (require('internal/util/types').isAnyArrayBuffer(dictionary)) return Buffer.from(dictionary);
  throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)(
    'options.dictionary', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], dictionary);
}

Zlib.prototype.params = function(level, strategy, callback) {
  checkRangesOrGetDefault(level, 'level', DEFAULT_LEVEL, MAX_LEVEL);
  checkRangesOrGetDefault(strategy, 'strategy', 0, MAX_STRATEGY);
  if (this._level === level && this._strategy === strategy) {
    process.nextTick(callback);
    return;
  }
  flushThen(this, SYNC_FLUSH, () => {
    assertOpen(this._handle);
    this._handle.params(level | 0, strategy | 0);
    if (this.destroyed) return;
    this._level = level;
    this._strategy = strategy;
  }, callback);
};

/** Makes a class of Node's, which can be called without `new`. */
function zlibClass(name, mode, adapt) {
  const Class = { [name]: function(opts) {
    if (!(this instanceof Class)) return require('internal/util').deprecateInstantiation(Class, 'DEP0184', opts);
    Reflect.apply(Zlib, this, [adapt === undefined ? opts : adapt(opts), mode]);
  } }[name];
  Object.setPrototypeOf(Class.prototype, Zlib.prototype);
  Object.setPrototypeOf(Class, Zlib);
  return Class;
}

/** zlib refuses to deflate raw data with a window of 8 bits. */
function atLeastNineBits(opts) {
  return opts?.windowBits === MIN_WINDOWBITS ? { ...opts, windowBits: MIN_WINDOWBITS + 1 } : opts;
}

module.exports = {
  Deflate: zlibClass('Deflate', DEFLATE),
  Inflate: zlibClass('Inflate', INFLATE),
  Gzip: zlibClass('Gzip', GZIP),
  Gunzip: zlibClass('Gunzip', GUNZIP),
  DeflateRaw: zlibClass('DeflateRaw', DEFLATERAW, atLeastNineBits),
  InflateRaw: zlibClass('InflateRaw', INFLATERAW),
  Unzip: zlibClass('Unzip', UNZIP),
  Zlib,
};
