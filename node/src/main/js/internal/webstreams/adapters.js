'use strict';

/** Web streams of ours, and ours of web streams. Each pair ends, fails and is cancelled together. */

const { destroyer: destroy } = require('internal/streams/destroy');
const { eos } = require('internal/streams/end_of_stream');
const {
  isDestroyed, isReadable, isReadableStream, isWritable, isWritableEnded, isWritableNodeStream, isWritableStream,
} = require('internal/streams/predicates');
const { validateBoolean, validateObject } = require('internal/validators');
const errors = require('internal/errors');

function nop() {}

/** What a web stream's user is to see of our errors. */
function webError(cause) {
  if (cause?.code === 'ERR_STREAM_PREMATURE_CLOSE') return new errors.AbortError(undefined, { cause });
  if (typeof cause?.code === 'string' && (cause.code.startsWith('Z_') || cause.code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END')) {
    const error = new TypeError(undefined, { cause });
    error.code = cause.code;
    return error;
  }
  return cause;
}

function whenDone(stream, callback) {
  const cleanup = eos(stream, (error) => {
    cleanup();
    // Further errors have nobody to go to.
    stream.on('error', nop);
    callback(webError(error));
  });
}

// Ours to web.

function newReadableStreamFromStreamReadable(streamReadable, options = {}) {
  if (typeof streamReadable?._readableState !== 'object') {
    throw new errors.ERR_INVALID_ARG_TYPE('streamReadable', 'stream.Readable', streamReadable);
  }
  const { CountQueuingStrategy, ReadableStream } = require('internal/webstreams/library');
  if (isDestroyed(streamReadable) || !isReadable(streamReadable)) {
    const readable = new ReadableStream();
    readable.cancel();
    return readable;
  }
  const { readableObjectMode: objectMode, readableHighWaterMark: highWaterMark } = streamReadable;
  const bytes = options.type === 'bytes';
  let { strategy } = options;
  if (!strategy) {
    if (bytes) strategy = { highWaterMark };
    else if (objectMode) strategy = new CountQueuingStrategy({ highWaterMark });
    else strategy = new (require('internal/webstreams/library').ByteLengthQueuingStrategy)({ highWaterMark });
  }
  let controller;
  let cancelled = false;

  streamReadable.pause();
  whenDone(streamReadable, (error) => {
    if (error) {
      controller.error(error);
    } else if (!cancelled) {
      controller.close();
      // A reader with a buffer of its own waits for an answer to its request.
      if (bytes) controller.byobRequest?.respond(0);
    }
  });
  streamReadable.on('data', (chunk) => {
    if (chunk instanceof Buffer && !objectMode) chunk = new Uint8Array(chunk);
    controller.enqueue(chunk);
    if (controller.desiredSize <= 0) streamReadable.pause();
  });
  return new ReadableStream({
    type: bytes ? 'bytes' : undefined,
    start(c) { controller = c; },
    pull() { streamReadable.resume(); },
    cancel(reason) {
      cancelled = true;
      destroy(streamReadable, reason);
    },
  }, strategy);
}

function newWritableStreamFromStreamWritable(streamWritable) {
  // A server's response writes without being a Writable.
  if (!isWritableNodeStream(streamWritable)) {
    throw new errors.ERR_INVALID_ARG_TYPE('streamWritable', 'stream.Writable', streamWritable);
  }
  const { CountQueuingStrategy, WritableStream } = require('internal/webstreams/library');
  if (isDestroyed(streamWritable) || !isWritable(streamWritable)) {
    const writable = new WritableStream();
    writable.close();
    return writable;
  }
  const highWaterMark = streamWritable.writableHighWaterMark;
  const strategy = streamWritable.writableObjectMode ? new CountQueuingStrategy({ highWaterMark }) : { highWaterMark };
  let controller;
  let drained;
  let closed;

  whenDone(streamWritable, (error) => {
    if (error !== null && error !== undefined) {
      drained?.reject(error);
      closed?.reject(error);
      controller.error(error);
    } else if (closed !== undefined) {
      closed.resolve();
    } else {
      controller.error(new errors.AbortError());
    }
    closed = undefined;
  });
  streamWritable.on('drain', () => drained?.resolve());
  return new WritableStream({
    start(c) { controller = c; },
    async write(chunk) {
      if (!streamWritable.writableNeedDrain && streamWritable.write(chunk)) return;
      drained = Promise.withResolvers();
      try {
        await drained.promise;
      } finally {
        drained = undefined;
      }
    },
    abort(reason) { destroy(streamWritable, reason); },
    close() {
      if (closed === undefined && !isWritableEnded(streamWritable)) closed = Promise.withResolvers();
      const { promise } = closed ?? {};
      streamWritable.end();
      return promise;
    },
  }, strategy);
}

/** @returns {{readable: ReadableStream, writable: WritableStream}} */
function newReadableWritablePairFromDuplex(duplex) {
  if (typeof duplex?._writableState !== 'object' || typeof duplex?._readableState !== 'object') {
    throw new errors.ERR_INVALID_ARG_TYPE('duplex', 'stream.Duplex', duplex);
  }
  const { ReadableStream, WritableStream } = require('internal/webstreams/library');
  const destroyed = isDestroyed(duplex);
  let writable;
  let readable;
  if (!destroyed && isWritable(duplex)) {
    writable = newWritableStreamFromStreamWritable(duplex);
  } else {
    writable = new WritableStream();
    writable.close();
  }
  if (!destroyed && isReadable(duplex)) {
    readable = newReadableStreamFromStreamReadable(duplex);
  } else {
    readable = new ReadableStream();
    readable.cancel();
  }
  return { writable, readable };
}

// Web to ours.

/** Calls back; what the callback throws is nobody's to handle. */
function settle(callback, error) {
  try {
    callback(error);
  } catch (failure) {
    process.nextTick(() => { throw failure; });
  }
}

/** The readable half of a stream of ours: its methods, for a constructor's options. */
class WebSource {
  constructor(readableStream) {
    this.reader = readableStream.getReader();
    this.closed = false;
    this.stream = undefined;
  }

  attach(stream) {
    this.stream = stream;
    this.reader.closed.then(() => {
      this.closed = true;
    }, (error) => {
      this.closed = true;
      destroy(stream, error);
    });
  }

  read() {
    const { stream } = this;
    this.reader.read().then(({ value, done }) => {
      stream.push(done ? null : value);
    }, (error) => destroy(stream, error));
  }

  /** @returns {Promise|undefined} of the end of it, if it has not ended */
  cancel(error) {
    return this.closed ? undefined : this.reader.cancel(error);
  }
}

/** The writable half. */
class WebSink {
  constructor(writableStream, encodes) {
    this.writer = writableStream.getWriter();
    this.encodes = encodes;
    this.closed = false;
    this.stream = undefined;
  }

  attach(stream) {
    this.stream = stream;
    this.writer.closed.then(() => {
      this.closed = true;
      if (!isWritableEnded(stream)) destroy(stream, new errors.ERR_STREAM_PREMATURE_CLOSE());
    }, (error) => {
      this.closed = true;
      destroy(stream, error);
    });
  }

  write(chunk, encoding, callback) {
    if (typeof chunk === 'string' && this.encodes) {
      const bytes = Buffer.from(chunk, encoding);
      chunk = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const { stream, writer } = this;
    const done = (error) => {
      try {
        callback(error);
      } catch (failure) {
        destroy(stream, failure);
      }
    };
    writer.ready.then(() => writer.write(chunk)).then(() => done(), done);
  }

  writev(chunks, callback) {
    const { stream, writer } = this;
    const done = (error) => {
      try {
        callback(error);
      } catch (failure) {
        process.nextTick(() => destroy(stream, failure));
      }
    };
    writer.ready.then(() => Promise.all(chunks.map(({ chunk }) => writer.write(chunk)))).then(() => done(), done);
  }

  final(callback) {
    if (this.closed) settle(callback);
    else this.writer.close().then(() => settle(callback), (error) => settle(callback, error));
  }

  /** @returns {Promise|undefined} of the end of it, if it has not ended */
  abort(error) {
    if (this.closed) return undefined;
    return error === null || error === undefined ? this.writer.close() : this.writer.abort(error);
  }
}

/** Ends a destroyed stream when the web streams behind it have ended, however they did. */
function destroyAfter(promises, error, callback) {
  Promise.allSettled(promises.filter((promise) => promise !== undefined)).then(() => settle(callback, error));
}

function validateEncoding(encoding) {
  if (encoding !== undefined && !Buffer.isEncoding(encoding)) {
    throw new errors.ERR_INVALID_ARG_VALUE(encoding, 'options.encoding');
  }
}

function newStreamReadableFromReadableStream(readableStream, options = {}) {
  if (!isReadableStream(readableStream)) {
    throw new errors.ERR_INVALID_ARG_TYPE('readableStream', 'ReadableStream', readableStream);
  }
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  validateEncoding(encoding);
  validateBoolean(objectMode, 'options.objectMode');
  const source = new WebSource(readableStream);
  const readable = new (require('internal/streams/readable'))({
    objectMode,
    highWaterMark,
    encoding,
    signal,
    read() { source.read(); },
    destroy(error, callback) { destroyAfter([source.cancel(error)], error, callback); },
  });
  source.attach(readable);
  return readable;
}

function newStreamWritableFromWritableStream(writableStream, options = {}) {
  if (!isWritableStream(writableStream)) {
    throw new errors.ERR_INVALID_ARG_TYPE('writableStream', 'WritableStream', writableStream);
  }
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateBoolean(decodeStrings, 'options.decodeStrings');
  const sink = new WebSink(writableStream, decodeStrings && !objectMode);
  const writable = new (require('internal/streams/writable'))({
    highWaterMark,
    objectMode,
    decodeStrings,
    signal,
    write(chunk, encoding, callback) { sink.write(chunk, encoding, callback); },
    writev(chunks, callback) { sink.writev(chunks, callback); },
    final(callback) { sink.final(callback); },
    destroy(error, callback) { destroyAfter([sink.abort(error)], error, callback); },
  });
  sink.attach(writable);
  return writable;
}

function newStreamDuplexFromReadableWritablePair(pair = {}, options = {}) {
  validateObject(pair, 'pair');
  if (!isReadableStream(pair.readable)) {
    throw new errors.ERR_INVALID_ARG_TYPE('pair.readable', 'ReadableStream', pair.readable);
  }
  if (!isWritableStream(pair.writable)) {
    throw new errors.ERR_INVALID_ARG_TYPE('pair.writable', 'WritableStream', pair.writable);
  }
  validateObject(options, 'options');
  const { allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true, highWaterMark, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateEncoding(encoding);
  const sink = new WebSink(pair.writable, decodeStrings && !objectMode);
  const source = new WebSource(pair.readable);
  const duplex = new (require('internal/streams/duplex'))({
    allowHalfOpen,
    highWaterMark,
    objectMode,
    encoding,
    decodeStrings,
    signal,
    read() { source.read(); },
    write(chunk, encodingOfChunk, callback) { sink.write(chunk, encodingOfChunk, callback); },
    writev(chunks, callback) { sink.writev(chunks, callback); },
    final(callback) { sink.final(callback); },
    destroy(error, callback) { destroyAfter([sink.abort(error), source.cancel(error)], error, callback); },
  });
  source.attach(duplex);
  sink.attach(duplex);
  return duplex;
}

module.exports = {
  newReadableStreamFromStreamReadable,
  newReadableWritablePairFromDuplex,
  newStreamDuplexFromReadableWritablePair,
  newStreamReadableFromReadableStream,
  newStreamWritableFromWritableStream,
  newWritableStreamFromStreamWritable,
};
