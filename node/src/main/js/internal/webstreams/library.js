'use strict';

/**
 * The web streams library, and what Node's web streams have beyond the standard: how they print, and the symbols by
 * which `node:stream` asks after them. The library keeps a stream's state in plain fields: `_state`, `_storedError`.
 */

const { webStreams } = binding('stream');
const { LibraryRangeError, LibraryTypeError } = require('internal/webstreams/failures');
const {
  kControllerErrorFunction, kIsClosedPromise, kIsDisturbed, kIsErrored, kIsReadable, kIsWritable,
} = require('internal/streams/predicates');
const { customInspect, hidden } = require('internal/webstreams/inspect');
const { TRANSFERABLE, kTransfer, mark } = require('internal/structured_clone');

const library = {};
webStreams()(library, {}, LibraryTypeError, LibraryRangeError);

const { ReadableStream, TransformStream, WritableStream } = library;

// The library's classes take optional parameters where Node's have none.
for (const name of ['ReadableStream', 'TransformStream', 'WritableStream']) {
  Object.defineProperty(library[name], 'length', { __proto__: null, value: 0, configurable: true });
}

function define(prototype, key, get) {
  Object.defineProperty(prototype, key, { __proto__: null, configurable: true, enumerable: false, get });
}

define(ReadableStream.prototype, kIsDisturbed, function() { return this._disturbed; });
define(ReadableStream.prototype, kIsErrored, function() { return this._state === 'errored'; });
define(ReadableStream.prototype, kIsReadable, function() { return this._state === 'readable'; });
define(ReadableStream.prototype, kIsClosedPromise, function() { return closedPromise(this); });
define(WritableStream.prototype, kIsErrored, function() { return this._state === 'errored'; });
define(WritableStream.prototype, kIsWritable, function() { return this._state === 'writable'; });
define(WritableStream.prototype, kIsClosedPromise, function() { return closedPromise(this); });

hidden(ReadableStream.prototype, kControllerErrorFunction, function(error) {
  if (this._state === 'readable') this._readableStreamController.error(error);
});
hidden(WritableStream.prototype, kControllerErrorFunction, function(error) {
  this._writableStreamController.error(error);
});
hidden(TransformStream.prototype, kControllerErrorFunction, function(error) {
  this._transformStreamController.error(error);
});

hidden(ReadableStream.prototype, kTransfer, function() { return require('internal/webstreams/transfer').transferReadable(this); });
hidden(WritableStream.prototype, kTransfer, function() { return require('internal/webstreams/transfer').transferWritable(this); });
hidden(TransformStream.prototype, kTransfer, function() { return require('internal/webstreams/transfer').transferTransform(this); });

/** The fields that every stream has. */
const FIRST = { ReadableStream: '_state', TransformStream: '_backpressure', WritableStream: '_state' };

const STATE = {
  ReadableStream: ['_disturbed', '_readableStreamController', '_reader', '_state', '_storedError'],
  TransformStream: ['_backpressure', '_backpressureChangePromise', '_backpressureChangePromise_resolve', '_readable', '_transformStreamController',
    '_writable'],
  WritableStream: ['_backpressure', '_closeRequest', '_inFlightCloseRequest', '_inFlightWriteRequest', '_pendingAbortRequest', '_state', '_storedError',
    '_writableStreamController', '_writeRequests', '_writer'],
};

// A stream's fields are not for JSON.stringify and its kin: the first assignment, which ends here, makes a hidden property of the stream's own.
for (const [name, fields] of Object.entries(STATE)) {
  for (const field of fields) {
    Object.defineProperty(library[name].prototype, field, {
      __proto__: null,
      configurable: true,
      set(value) {
        Object.defineProperty(this, field, { __proto__: null, value, writable: true, configurable: true });
        if (field === FIRST[name]) mark(this, TRANSFERABLE);
      },
    });
  }
}

/**
 * A promise that settles when the stream is closed or has failed. The stream is watched from the first time that
 * somebody asks: its state becomes a property that tells of changes.
 * @returns {{promise: Promise<void>}}
 */
function closedPromise(stream) {
  const settled = Promise.withResolvers();
  settled.promise.catch(() => {});
  const settle = (state) => {
    if (state === 'closed') settled.resolve();
    // The error is stored right after the state has changed.
    else if (state === 'errored') queueMicrotask(() => settled.reject(stream._storedError));
  };
  let state = stream._state;
  settle(state);
  Object.defineProperty(stream, '_state', {
    __proto__: null,
    configurable: true,
    get() { return state; },
    set(next) {
      state = next;
      settle(next);
    },
  });
  Object.defineProperty(stream, kIsClosedPromise, { __proto__: null, value: settled, configurable: true });
  return settled;
}

/** What the library is to make views with, in the place of `new Buffer`, which is deprecated. */
function bufferView(buffer, offset, length) {
  return Buffer.from(buffer, offset, length);
}
bufferView.BYTES_PER_ELEMENT = 1;

const { read: readView } = library.ReadableStreamBYOBReader.prototype;
library.ReadableStreamBYOBReader.prototype.read = {
  read(view, options = {}) {
    // The library detaches the view's memory: nobody will use this object again.
    if (view instanceof Buffer) Object.defineProperty(view, 'constructor', { __proto__: null, value: bufferView, configurable: true });
    return Reflect.apply(readView, this, [view, options]);
  },
}.read;

customInspect(ReadableStream, (stream) => ({
  locked: stream.locked,
  state: stream._state,
  supportsBYOB: stream._readableStreamController instanceof library.ReadableByteStreamController,
}));
customInspect(WritableStream, (stream) => ({ locked: stream.locked, state: stream._state }));
customInspect(TransformStream, (stream) => ({
  readable: stream._readable,
  writable: stream._writable,
  backpressure: stream._backpressure,
}));
customInspect(library.ReadableStreamDefaultReader, (reader) => ({
  stream: reader._ownerReadableStream,
  readRequests: reader._readRequests.length,
  close: reader._closedPromise,
}));
customInspect(library.ReadableStreamBYOBReader, (reader) => ({
  stream: reader._ownerReadableStream,
  readIntoRequests: reader._readIntoRequests.length,
  close: reader._closedPromise,
}));
customInspect(library.ReadableStreamBYOBRequest, (request) => ({
  view: request._view,
  controller: request._associatedReadableByteStreamController,
}));
customInspect(library.WritableStreamDefaultWriter, (writer) => ({
  stream: writer._ownerWritableStream,
  close: writer._closedPromise,
  ready: writer._readyPromise,
  desiredSize: writer._ownerWritableStream === undefined ? undefined : writer.desiredSize,
}));
customInspect(library.ReadableStreamDefaultController, () => ({}));
customInspect(library.ReadableByteStreamController, () => ({}));
customInspect(library.WritableStreamDefaultController, (controller) => ({ stream: controller._controlledWritableStream }));
customInspect(library.TransformStreamDefaultController, (controller) => ({ stream: controller._controlledTransformStream }));
customInspect(library.ByteLengthQueuingStrategy, (strategy) => ({ highWaterMark: strategy.highWaterMark }));
customInspect(library.CountQueuingStrategy, (strategy) => ({ highWaterMark: strategy.highWaterMark }));

module.exports = library;
