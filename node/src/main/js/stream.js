'use strict';

/** `node:stream`: the old Stream class, with everything else on it, each loaded when it is first read. */

const { Stream } = require('internal/streams/legacy');

module.exports = Stream;

function lazy(name, load) {
  Object.defineProperty(Stream, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      const value = load();
      define(this, name, value);
      return value;
    },
    set(value) {
      define(this, name, value);
    },
  });
}

function define(object, name, value) {
  Object.defineProperty(object, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true });
}

for (const name of ['isDestroyed', 'isDisturbed', 'isErrored', 'isReadable', 'isWritable']) {
  lazy(name, () => require('internal/streams/predicates')[name]);
}
lazy('Readable', () => require('internal/streams/readable'));
lazy('Writable', () => require('internal/streams/writable'));
lazy('Duplex', () => require('internal/streams/duplex'));
lazy('Transform', () => require('internal/streams/transform'));
lazy('PassThrough', () => require('internal/streams/passthrough'));
lazy('duplexPair', () => require('internal/streams/duplexpair').duplexPair);

const promisify = Symbol.for('nodejs.util.promisify.custom');

lazy('pipeline', () => promised(require('internal/streams/pipeline').pipeline, 'pipeline'));
lazy('addAbortSignal', () => require('internal/streams/add_abort_signal').addAbortSignal);
lazy('finished', () => promised(require('internal/streams/end_of_stream').eos, 'finished'));
lazy('destroy', () => require('internal/streams/destroy').destroyer);
lazy('compose', () => require('internal/streams/compose').compose);
lazy('setDefaultHighWaterMark', () => require('internal/streams/state').setDefaultHighWaterMark);
lazy('getDefaultHighWaterMark', () => require('internal/streams/state').getDefaultHighWaterMark);

/** Tells `util.promisify` what to give for a function. */
function promised(fn, name) {
  if (!Object.hasOwn(fn, promisify)) {
    Object.defineProperty(fn, promisify, {
      __proto__: null, enumerable: true, get() { return require('stream/promises')[name]; },
    });
  }
  return fn;
}

Object.defineProperty(Stream, 'promises', {
  __proto__: null, configurable: true, enumerable: true, get() { return require('stream/promises'); },
});

define(Stream, 'Stream', Stream);
define(Stream, '_isArrayBufferView', function isView(value) {
  return ArrayBuffer.isView(value);
});
define(Stream, '_isUint8Array', function isUint8Array(value) {
  return require('internal/util/types').isUint8Array(value);
});
define(Stream, '_uint8ArrayToBuffer', function _uint8ArrayToBuffer(chunk) {
  return require('internal/streams/state').asBuffer(chunk);
});
