'use strict';

/** BrotliCompress and BrotliDecompress. */

const { ZlibBase, parameters } = require('internal/zlib/base');
const { Zlib } = require('internal/zlib/zlib');
const handles = require('internal/zlib/handles');

// brotli/encode.h's and decode.h's numbers.
const FLUSH_KINDS = { flush: 0, finishFlush: 2, fullFlush: 1, maxFlush: 3 };

/** BROTLI_PARAM_NDIRECT, the encoder's greatest; Node has one table for both directions. */
const MAX_PARAMETER = 8;

function Brotli(opts, compress) {
  const table = parameters(opts?.params, MAX_PARAMETER, 'ERR_BROTLI_INVALID_PARAM');
  this._writeState = new Uint32Array(2);
  const handle = compress ? new handles.BrotliEncoder(this._writeState, table) : new handles.BrotliDecoder(this._writeState, table);
  Reflect.apply(ZlibBase, this, [opts, undefined, handle, FLUSH_KINDS]);
}

Object.setPrototypeOf(Brotli.prototype, Zlib.prototype);
Object.setPrototypeOf(Brotli, Zlib);

/** Makes a class of Node's, which can be called without `new`. */
function brotliClass(name, compress) {
  const Class = { [name]: function(opts) {
    if (!(this instanceof Class)) return require('internal/util').deprecateInstantiation(Class, 'DEP0184', opts);
    Reflect.apply(Brotli, this, [opts, compress]);
  } }[name];
  Object.setPrototypeOf(Class.prototype, Brotli.prototype);
  Object.setPrototypeOf(Class, Brotli);
  return Class;
}

module.exports = {
  BrotliCompress: brotliClass('BrotliCompress', true),
  BrotliDecompress: brotliClass('BrotliDecompress', false),
};
