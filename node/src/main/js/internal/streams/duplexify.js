'use strict';

/** `Duplex.from`: makes a duplex of nearly anything. */

const { Bridge } = require('internal/streams/bridge');
const Duplex = require('internal/streams/duplex');
const Readable = require('internal/streams/readable');
const Writable = require('internal/streams/writable');
const { destroyer } = require('internal/streams/destroy');
const { eos } = require('internal/streams/end_of_stream');
const { from } = require('internal/streams/from');
const {
  isDuplexNodeStream, isIterable, isNodeStream, isReadable, isReadableNodeStream, isReadableStream, isWritable,
  isWritableNodeStream, isWritableStream,
} = require('internal/streams/predicates');
const errors = require('internal/errors');

class Duplexify extends Duplex {}

const expected = [
  'Blob', 'ReadableStream', 'WritableStream', 'Stream', 'Iterable', 'AsyncIterable', 'Function', '{ readable, writable } pair',
  'Promise',
];

/** @param {string} name how an error calls the value */
function duplexify(body, name) {
  if (isDuplexNodeStream(body)) return body;
  if (isReadableNodeStream(body)) return fromPair(body, undefined);
  if (isWritableNodeStream(body)) return fromPair(undefined, body);
  if (isNodeStream(body)) return fromPair(undefined, undefined);
  if (isReadableStream(body)) return fromPair(Readable.fromWeb(body), undefined);
  if (isWritableStream(body)) return fromPair(undefined, Writable.fromWeb(body));
  if (typeof body === 'function') return fromFunction(body, name);
  if (isBlob(body)) return duplexify(body.arrayBuffer(), name);
  if (isIterable(body)) return from(Duplexify, body, { objectMode: true, writable: false });
  if (isReadableStream(body?.readable) && isWritableStream(body?.writable)) return Duplexify.fromWeb(body);
  if (typeof body?.writable === 'object' || typeof body?.readable === 'object') {
    return fromPair(
      side(body.readable, isReadableNodeStream, name),
      side(body.writable, isWritableNodeStream, name),
    );
  }
  if (typeof body?.then === 'function') return fromPromise(body);
  throw new errors.ERR_INVALID_ARG_TYPE(name, expected, body);
}

function side(body, isStream, name) {
  if (!body) return undefined;
  return isStream(body) ? body : duplexify(body, name);
}

function isBlob(body) {
  // By what it looks like: most programs never load Blob.
  return body?.[Symbol.toStringTag] === 'Blob' && typeof body.arrayBuffer === 'function';
}

function fromPromise(promise) {
  const duplex = new Duplexify({ objectMode: true, writable: false, read() {} });
  promise.then((value) => {
    if (value !== null && value !== undefined) duplex.push(value);
    duplex.push(null);
  }, (error) => destroyer(duplex, error));
  return duplex;
}

/** Of a function: what it gives can be read, and what is written it gets as an async iterable. */
function fromFunction(fn, name) {
  const input = new Input(fn);
  const { value } = input;
  if (isDuplexNodeStream(value)) return value;
  if (isIterable(value)) {
    return from(Duplexify, value, {
      objectMode: true,
      write: input.write,
      final: input.final,
      destroy: input.destroy,
    });
  }
  if (typeof value?.then !== 'function') {
    throw new errors.ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or AsyncFunction', name, value);
  }
  const promise = value.then((result) => {
    if (result !== null && result !== undefined) throw new errors.ERR_INVALID_RETURN_VALUE('nully', 'body', result);
  }, (error) => {
    destroyer(duplex, error);
  });
  const duplex = new Duplexify({
    objectMode: true,
    readable: false,
    write: input.write,
    final(callback) {
      input.final(async () => {
        try {
          await promise;
          process.nextTick(callback, null);
        } catch (error) {
          process.nextTick(callback, error);
        }
      });
    },
    destroy: input.destroy,
  });
  return duplex;
}

/** What a function reads: one chunk at a time, each acknowledged when it asks for the next. */
class Input {
  constructor(fn) {
    this.controller = new AbortController();
    this.next = Promise.withResolvers();
    this.write = (chunk, encoding, callback) => this.give({ chunk, done: false, callback });
    this.final = (callback) => this.give({ done: true, callback });
    this.destroy = (error, callback) => {
      this.controller.abort();
      callback(error);
    };
    const { signal } = this.controller;
    this.value = fn(this.chunks(signal), { signal });
  }

  give(step) {
    this.next.resolve(step);
  }

  async* chunks(signal) {
    for (;;) {
      const { chunk, done, callback } = await this.next.promise;
      process.nextTick(callback);
      if (done) return;
      if (signal.aborted) throw new errors.AbortError(undefined, { cause: signal.reason });
      this.next = Promise.withResolvers();
      yield chunk;
    }
  }
}

function fromPair(readableSide, writableSide) {
  const r = readableSide && typeof readableSide.read !== 'function' ? Readable.wrap(readableSide) : readableSide;
  const w = writableSide;
  const readable = !!isReadable(r);
  const writable = !!isWritable(w);
  const bridge = new Bridge();

  function onFinished(error) {
    if (error) destroyer(r, error);
    bridge.closed(error);
  }

  const duplex = bridge.duplex = new Duplexify({
    readableObjectMode: !!r?.readableObjectMode,
    writableObjectMode: !!w?.writableObjectMode,
    readable,
    writable,
  });
  if (writable) {
    eos(w, onFinished);
    bridge.writeTo(w);
    w.on('finish', () => bridge.call('finish'));
  }
  if (readable) {
    eos(r, onFinished);
    bridge.readFrom(r);
  }
  bridge.destroyWith(w, r);
  return duplex;
}

module.exports = { duplexify };
