'use strict';

/** What a Writable tells about itself, and its members that load their part on first use. */

const {
  CLOSED, DESTROYED, ENDED, ENDING, ERRORED, FINISHED, NEED_DRAIN, OBJECT_MODE,
} = require('internal/streams/writable_state');

function getter(prototype, name, get, set) {
  Object.defineProperty(prototype, name, { __proto__: null, configurable: set === undefined, enumerable: false, get, set });
}

// Of a Readable that is no Writable these read as for a stream that writes nothing.
const properties = {
  closed: [function() {
    return this._writableState ? (this._writableState.bits & CLOSED) !== 0 : false;
  }],
  destroyed: [function() {
    return this._writableState ? (this._writableState.bits & DESTROYED) !== 0 : false;
  }, function(value) {
    if (this._writableState) this._writableState.destroyed = value;
  }],
  writable: [function() {
    const w = this._writableState;
    // A duplex whose writable side is off says so in its state.
    return !!w && w.writable !== false && (w.bits & (DESTROYED | ERRORED | ENDING | ENDED)) === 0;
  }, function(value) {
    if (this._writableState) this._writableState.writable = !!value;
  }],
  writableFinished: [function() {
    return this._writableState ? (this._writableState.bits & FINISHED) !== 0 : false;
  }],
  writableObjectMode: [function() {
    return this._writableState ? (this._writableState.bits & OBJECT_MODE) !== 0 : false;
  }],
  writableBuffer: [function() {
    return this._writableState?.getBuffer();
  }],
  writableEnded: [function() {
    return this._writableState ? (this._writableState.bits & ENDING) !== 0 : false;
  }],
  writableNeedDrain: [function() {
    const w = this._writableState;
    return w ? (w.bits & (DESTROYED | ENDING | NEED_DRAIN)) === NEED_DRAIN : false;
  }],
  writableHighWaterMark: [function() {
    return this._writableState?.highWaterMark;
  }],
  writableCorked: [function() {
    return this._writableState ? this._writableState.corked : 0;
  }],
  writableLength: [function() {
    return this._writableState?.length;
  }],
  errored: [function() {
    return this._writableState ? this._writableState.errored : null;
  }],
  writableAborted: [function() {
    const w = this._writableState;
    return w.writable !== false && (w.bits & (DESTROYED | ERRORED)) !== 0 && (w.bits & FINISHED) === 0;
  }],
};

/** The properties that a duplex takes from here; the others it has from Readable, or defines itself. */
const ofDuplex = [
  'writable', 'writableHighWaterMark', 'writableObjectMode', 'writableBuffer', 'writableLength', 'writableFinished',
  'writableCorked', 'writableEnded', 'writableNeedDrain',
];

/** Adds them all to the class. */
function define(Writable) {
  const { prototype } = Writable;
  for (const name of Object.keys(properties)) getter(prototype, name, ...properties[name]);
  if (Symbol.asyncDispose !== undefined) {
    prototype[Symbol.asyncDispose] = async function() {
      await require('internal/streams/readable_members').dispose(this, this.writableFinished);
    };
  }
  Writable.fromWeb = function(writableStream, options) {
    return require('internal/webstreams/adapters').newStreamWritableFromWritableStream(writableStream, options);
  };
  Writable.toWeb = function(streamWritable) {
    return require('internal/webstreams/adapters').newWritableStreamFromStreamWritable(streamWritable);
  };
}

/** Gives a prototype the properties of a duplex's writable side. */
function defineOnDuplex(prototype) {
  for (const name of ofDuplex) getter(prototype, name, ...properties[name]);
}

module.exports = { define, defineOnDuplex };
