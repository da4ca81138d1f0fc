'use strict';

/** ZstdCompress and ZstdDecompress. */

const { ZlibBase, parameters } = require('internal/zlib/base');
const handles = require('internal/zlib/handles');

// zstd.h's numbers.
const FLUSH_KINDS = { flush: 0, finishFlush: 2, fullFlush: 1, maxFlush: 2 };

/** ZSTD_c_overlapLog. */
const MAX_COMPRESS_PARAMETER = 402;

/** ZSTD_d_windowLogMax. */
const MAX_DECOMPRESS_PARAMETER = 100;

class Zstd extends ZlibBase {
  constructor(opts, Handle, maxParameter) {
    const table = parameters(opts?.params, maxParameter, 'ERR_ZSTD_INVALID_PARAM');
    const state = new Uint32Array(2);
    const dictionary = ArrayBuffer.isView(opts?.dictionary) ? opts.dictionary : undefined;
    super(opts, undefined, new Handle(state, table, opts?.pledgedSrcSize, dictionary), FLUSH_KINDS);
    this._writeState = state;
  }
}

class ZstdCompress extends Zstd {
  constructor(opts) {
    super(opts, handles.ZstdCompress, MAX_COMPRESS_PARAMETER);
  }
}

class ZstdDecompress extends Zstd {
  constructor(opts) {
    super(opts, handles.ZstdDecompress, MAX_DECOMPRESS_PARAMETER);
  }
}

module.exports = { ZstdCompress, ZstdDecompress };
