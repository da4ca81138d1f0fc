'use strict';

/** A whole buffer at once, with a callback or by its return value. */

const { processChunkSync } = require('internal/zlib/base');
const { validateFunction } = require('internal/validators');
const { isAnyArrayBuffer, isUint8Array } = require('internal/util/types');
const { Buffer } = require('buffer');

/** Streams take Uint8Arrays only; the others' memory is taken, not copied. */
function asBytes(buffer) {
  if (ArrayBuffer.isView(buffer)) return isUint8Array(buffer) ? buffer : Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  return isAnyArrayBuffer(buffer) ? Buffer.from(buffer) : buffer;
}

/** Collects the output of a stream until it ends. */
function collect(engine, buffer, callback) {
  validateFunction(callback, 'callback');
  const pieces = [];
  let length = 0;
  engine.on('data', (piece) => {
    pieces.push(piece);
    length += piece.length;
    if (length > engine._maxOutputLength) {
      engine.close();
      callback(new (require('internal/errors').ERR_BUFFER_TOO_LARGE)(engine._maxOutputLength));
    }
  });
  engine.on('error', (error) => {
    engine.removeAllListeners('end');
    callback(error);
  });
  engine.on('end', () => {
    const all = length === 0 ? Buffer.alloc(0) : pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length);
    engine.close();
    callback(null, engine._info ? { buffer: all, engine } : all);
  });
  engine.end(asBytes(buffer));
}

function collectSync(engine, buffer) {
  if (typeof buffer === 'string') {
    buffer = Buffer.from(buffer);
  } else if (!ArrayBuffer.isView(buffer)) {
    if (!isAnyArrayBuffer(buffer)) {
      throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)(
        'buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], buffer);
    }
    buffer = Buffer.from(buffer);
  }
  const all = processChunkSync(engine, buffer, engine._finishFlushFlag);
  return engine._info ? { buffer: all, engine } : all;
}

module.exports = { collect, collectSync };
