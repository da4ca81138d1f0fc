'use strict';

const state = require('internal/streams/state');
const {
  AUTO_DESTROY, CONSTRUCTED, EMIT_CLOSE, FIRST_OWN_BIT, OBJECT_MODE, SYNC, defaultEncodingOf, defineFlags,
  getDefaultHighWaterMark, highWaterMarkOf,
} = state;

const own = {
  FINAL_CALLED: 1 << FIRST_OWN_BIT,
  NEED_DRAIN: 1 << FIRST_OWN_BIT + 1,
  ENDING: 1 << FIRST_OWN_BIT + 2, // end() has begun
  ENDED: 1 << FIRST_OWN_BIT + 3, // end() has returned
  FINISHED: 1 << FIRST_OWN_BIT + 4,
  DECODE_STRINGS: 1 << FIRST_OWN_BIT + 5,
  WRITING: 1 << FIRST_OWN_BIT + 6,
  BUFFER_PROCESSING: 1 << FIRST_OWN_BIT + 7,
  PREFINISHED: 1 << FIRST_OWN_BIT + 8,
  ALL_BUFFERS: 1 << FIRST_OWN_BIT + 9, // everything that waits is bytes
  ALL_NOOP: 1 << FIRST_OWN_BIT + 10, // nothing that waits has a callback
  EXPECT_CALLBACK: 1 << FIRST_OWN_BIT + 11, // _write has not yet called back
  BUFFERED: 1 << FIRST_OWN_BIT + 12, // chunks wait
};

const { ALL_BUFFERS, ALL_NOOP, BUFFERED, DECODE_STRINGS } = own;

/** The writable side of a stream. What many streams never have is on the prototype until it is set. */
function WritableState(options, stream, isDuplex) {
  let bits = AUTO_DESTROY | EMIT_CLOSE | CONSTRUCTED | SYNC | DECODE_STRINGS | ALL_BUFFERS | ALL_NOOP;
  this.highWaterMark = 0;
  this.length = 0;
  this.corked = 0;
  this.writelen = 0;
  // Calls back that are owed to writers before 'finish' may be emitted.
  this.pendingcb = 0;
  this.writecb = null;
  this.written = null;
  this.bits = bits;
  if (!options) {
    this.highWaterMark = getDefaultHighWaterMark(false);
    return;
  }
  if (isDuplex === undefined) isDuplex = stream?._readableState !== undefined;
  if (options.objectMode || (isDuplex && options.writableObjectMode)) bits |= OBJECT_MODE;
  if (options.emitClose === false) bits &= ~EMIT_CLOSE;
  if (options.autoDestroy === false) bits &= ~AUTO_DESTROY;
  if (options.decodeStrings === false) bits &= ~DECODE_STRINGS;
  this.highWaterMark = highWaterMarkOf(options, (bits & OBJECT_MODE) !== 0, 'writableHighWaterMark', isDuplex);
  const encoding = defaultEncodingOf(options.defaultEncoding);
  if (encoding !== 'utf8') this.defaultEncoding = encoding;
  this.bits = bits;
}

const { prototype } = WritableState;

prototype.defaultEncoding = 'utf8';
// What waits while a write is under way: [{ chunk, encoding, callback }], from `bufferedIndex`.
prototype.waiting = null;
prototype.bufferedIndex = 0;
prototype.finishCallbacks = null;
prototype.afterWriteTickInfo = null;

defineFlags(prototype, {
  finalCalled: own.FINAL_CALLED,
  needDrain: own.NEED_DRAIN,
  ending: own.ENDING,
  ended: own.ENDED,
  finished: own.FINISHED,
  decodeStrings: own.DECODE_STRINGS,
  writing: own.WRITING,
  bufferProcessing: own.BUFFER_PROCESSING,
  prefinished: own.PREFINISHED,
  allBuffers: own.ALL_BUFFERS,
  allNoop: own.ALL_NOOP,
});

function accessor(name, get, set) {
  Object.defineProperty(prototype, name, { __proto__: null, configurable: true, enumerable: false, get, set });
}

accessor('buffered', function() {
  return this.waiting ?? [];
}, function(value) {
  this.waiting = value;
  if (value?.length > 0) this.bits |= BUFFERED;
  else this.bits &= ~BUFFERED;
});

accessor('bufferedRequestCount', function() {
  return this.waiting === null ? 0 : this.waiting.length - this.bufferedIndex;
});

prototype.getBuffer = function getBuffer() {
  return this.waiting === null ? [] : this.waiting.slice(this.bufferedIndex);
};

module.exports = { ...state, ...own, WritableState };
