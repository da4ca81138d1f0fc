'use strict';

/** `node:zlib`: compression as streams and of whole buffers. */

const { defineLazy } = require('internal/lazy_property');
const { validateUint32 } = require('internal/validators');
const natives = binding('zlib');
require('internal/zlib/limits');

const constants = natives.constants();

/** Classes by the file that has them, in Node's order. */
const CLASSES = {
  Deflate: 'zlib', Inflate: 'zlib', Gzip: 'zlib', Gunzip: 'zlib', DeflateRaw: 'zlib', InflateRaw: 'zlib', Unzip: 'zlib',
  BrotliCompress: 'brotli', BrotliDecompress: 'brotli', ZstdCompress: 'zstd', ZstdDecompress: 'zstd',
};

/** The functions for whole buffers and the classes that do their work, in Node's order. */
const WHOLE = {
  deflate: 'Deflate', gzip: 'Gzip', deflateRaw: 'DeflateRaw', unzip: 'Unzip', inflate: 'Inflate', gunzip: 'Gunzip', inflateRaw: 'InflateRaw',
  brotliCompress: 'BrotliCompress', brotliDecompress: 'BrotliDecompress', zstdCompress: 'ZstdCompress', zstdDecompress: 'ZstdDecompress',
};

/** In Node's order. */
const CREATE = [
  'Deflate', 'Inflate', 'DeflateRaw', 'InflateRaw', 'Gzip', 'Gunzip', 'Unzip', 'BrotliCompress', 'BrotliDecompress', 'ZstdCompress',
  'ZstdDecompress',
];

const CODES = ['Z_OK', 'Z_STREAM_END', 'Z_NEED_DICT', 'Z_ERRNO', 'Z_STREAM_ERROR', 'Z_DATA_ERROR', 'Z_MEM_ERROR', 'Z_BUF_ERROR', 'Z_VERSION_ERROR'];

function classNamed(name) {
  return require(`internal/zlib/${CLASSES[name]}`)[name];
}

function crc32(data, value = 0) {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)('data', ['Buffer', 'TypedArray', 'DataView', 'string'], data);
  }
  validateUint32(value, 'value');
  return natives.crc32(data, value);
}

function wholeBuffer(name) {
  return function asyncBufferWrapper(buffer, opts, callback) {
    if (typeof opts === 'function') {
      callback = opts;
      opts = {};
    }
    return require('internal/zlib/whole').collect(new (classNamed(name))(opts), buffer, callback);
  };
}

function wholeBufferSync(name) {
  return function syncBufferWrapper(buffer, opts) {
    return require('internal/zlib/whole').collectSync(new (classNamed(name))(opts), buffer);
  };
}

const zlib = module.exports = { crc32 };
for (const name of Object.keys(CLASSES)) defineLazy(zlib, name, true, () => classNamed(name));
for (const name of Object.keys(WHOLE)) {
  zlib[name] = wholeBuffer(WHOLE[name]);
  zlib[`${name}Sync`] = wholeBufferSync(WHOLE[name]);
}
for (const name of CREATE) {
  Object.defineProperty(zlib, `create${name}`, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    value: function(opts) { return new (classNamed(name))(opts); },
  });
}

const codes = {};
for (const name of CODES) {
  codes[name] = constants[name];
  codes[constants[name]] = name;
}
Object.defineProperty(zlib, 'constants', { __proto__: null, enumerable: true, value: constants });
Object.defineProperty(zlib, 'codes', { __proto__: null, enumerable: true, value: Object.freeze(codes) });

// Older programs look for zlib's and zstd's constants here.
for (const name of Object.keys(constants)) {
  if (!name.startsWith('BROTLI')) Object.defineProperty(zlib, name, { __proto__: null, value: constants[name] });
}
