'use strict';

/** Duplex: a stream with both sides, independent of one another. */

const Readable = require('internal/streams/readable');
const Writable = require('internal/streams/writable');
const EventEmitter = require('events');
const { construct } = require('internal/streams/destroy');
const { DESTROYED, ENDED, END_EMITTED, NEED_READABLE, ReadableState } = require('internal/streams/readable_state');
const writableState = require('internal/streams/writable_state');
const { WritableState } = writableState;

function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  // What it is listened to for has its place from the start, in the same layout for each.
  this._events ??= {
    close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined,
    data: undefined, end: undefined, readable: undefined,
  };
  this._readableState = new ReadableState(options, this, true);
  this._writableState = new WritableState(options, this, true);
  this.allowHalfOpen = true;
  EventEmitter.init.call(this, options);
  if (options) useOptions(this, options);
  if (this._construct !== undefined) construct(this, onConstructed);
}

Object.setPrototypeOf(Duplex.prototype, Readable.prototype);
Object.setPrototypeOf(Duplex, Readable);

const { prototype } = Duplex;

function useOptions(stream, options) {
  if (options.allowHalfOpen === false) stream.allowHalfOpen = false;
  if (options.readable === false) turnOffReadable(stream._readableState);
  if (options.writable === false) turnOffWritable(stream._writableState);
  if (typeof options.read === 'function') stream._read = options.read;
  if (typeof options.write === 'function') stream._write = options.write;
  if (typeof options.writev === 'function') stream._writev = options.writev;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
  if (typeof options.final === 'function') stream._final = options.final;
  if (typeof options.construct === 'function') stream._construct = options.construct;
  if (options.signal) require('internal/streams/add_abort_signal').addAbortSignal(options.signal, stream);
}

function turnOffReadable(state) {
  state.readable = false;
  state.bits |= ENDED | END_EMITTED;
}

function turnOffWritable(state) {
  state.writable = false;
  state.bits |= writableState.ENDED | writableState.ENDING | writableState.FINISHED;
}

function onConstructed(stream) {
  const state = stream._readableState;
  if ((state.bits & NEED_READABLE) !== 0) Readable.onConstructed(stream);
  Writable.onConstructed(stream);
}

for (const name of ['write', 'cork', 'uncork', 'setDefaultEncoding', '_write', '_writev', 'end', 'destroy']) {
  prototype[name] = Writable.prototype[name];
}

require('internal/streams/writable_members').defineOnDuplex(prototype);

/** Destroyed only when both sides are. */
Object.defineProperty(prototype, 'destroyed', {
  __proto__: null,
  configurable: false,
  enumerable: false,
  get() {
    const r = this._readableState;
    const w = this._writableState;
    return r !== undefined && w !== undefined && (r.bits & w.bits & DESTROYED) !== 0;
  },
  set(value) {
    // Ignored when one of the states is not there yet.
    if (!this._readableState || !this._writableState) return;
    this._readableState.destroyed = value;
    this._writableState.destroyed = value;
  },
});

Duplex.from = function from(body) {
  return require('internal/streams/duplexify').duplexify(body, 'body');
};

Duplex.fromWeb = function(pair, options) {
  return require('internal/webstreams/adapters').newStreamDuplexFromReadableWritablePair(pair, options);
};

Duplex.toWeb = function(duplex) {
  return require('internal/webstreams/adapters').newReadableWritablePairFromDuplex(duplex);
};

module.exports = Duplex;
