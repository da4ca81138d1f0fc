'use strict';

/** `node:stream/web`. */

const library = require('internal/webstreams/library');

module.exports = {
  ReadableStream: library.ReadableStream,
  ReadableStreamDefaultReader: library.ReadableStreamDefaultReader,
  ReadableStreamBYOBReader: library.ReadableStreamBYOBReader,
  ReadableStreamBYOBRequest: library.ReadableStreamBYOBRequest,
  ReadableByteStreamController: library.ReadableByteStreamController,
  ReadableStreamDefaultController: library.ReadableStreamDefaultController,
  TransformStream: library.TransformStream,
  TransformStreamDefaultController: library.TransformStreamDefaultController,
  WritableStream: library.WritableStream,
  WritableStreamDefaultWriter: library.WritableStreamDefaultWriter,
  WritableStreamDefaultController: library.WritableStreamDefaultController,
  ByteLengthQueuingStrategy: library.ByteLengthQueuingStrategy,
  CountQueuingStrategy: library.CountQueuingStrategy,
  ...require('internal/webstreams/encoding'),
  ...require('internal/webstreams/compression'),
};
