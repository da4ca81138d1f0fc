'use strict';

const state = require('internal/streams/state');
const {
  AUTO_DESTROY, CONSTRUCTED, EMIT_CLOSE, FIRST_OWN_BIT, OBJECT_MODE, SYNC, defaultEncodingOf, defineFlags,
  getDefaultHighWaterMark, highWaterMarkOf,
} = state;

const own = {
  ENDED: 1 << FIRST_OWN_BIT, // no more will be pushed
  END_EMITTED: 1 << FIRST_OWN_BIT + 1,
  READING: 1 << FIRST_OWN_BIT + 2, // _read was called and has pushed nothing yet
  NEED_READABLE: 1 << FIRST_OWN_BIT + 3, // the next data is worth a 'readable'
  EMITTED_READABLE: 1 << FIRST_OWN_BIT + 4, // 'readable' is on its way
  READABLE_LISTENING: 1 << FIRST_OWN_BIT + 5,
  RESUME_SCHEDULED: 1 << FIRST_OWN_BIT + 6,
  MULTI_AWAIT_DRAIN: 1 << FIRST_OWN_BIT + 7, // awaitDrainWriters is a set
  READING_MORE: 1 << FIRST_OWN_BIT + 8, // filling the buffer up is scheduled
  DATA_EMITTED: 1 << FIRST_OWN_BIT + 9,
  // `flowing` has three values: neither bit is null, before anybody has said how data is to be had.
  FLOWING: 1 << FIRST_OWN_BIT + 10,
  NOT_FLOWING: 1 << FIRST_OWN_BIT + 11,
  // Whether pause() or resume() was called last; neither bit before the first.
  PAUSED: 1 << FIRST_OWN_BIT + 12,
  RESUMED: 1 << FIRST_OWN_BIT + 13,
  HAS_DECODER: 1 << FIRST_OWN_BIT + 14,
  TAKING: 1 << FIRST_OWN_BIT + 15, // _read is called by a read() that takes what comes at once, while flowing
  END_SCHEDULED: 1 << FIRST_OWN_BIT + 16, // 'end' is on its way
};

const { FLOWING, HAS_DECODER, NOT_FLOWING, PAUSED, RESUMED } = own;

/**
 * The readable side of a stream. Everything that most streams never have is on the prototype until it is set, and the
 * buffer is made with the first chunk that has to wait.
 */
function ReadableState(options, stream, isDuplex) {
  let bits = AUTO_DESTROY | EMIT_CLOSE | CONSTRUCTED | SYNC;
  this.highWaterMark = 0;
  this.length = 0;
  // Chunks before `first` are read already.
  this.first = 0;
  this.list = null;
  this.bits = bits;
  if (!options) {
    this.highWaterMark = getDefaultHighWaterMark(false);
    return;
  }
  if (isDuplex === undefined) isDuplex = stream?._writableState !== undefined;
  if (options.objectMode || (isDuplex && options.readableObjectMode)) bits |= OBJECT_MODE;
  if (options.emitClose === false) bits &= ~EMIT_CLOSE;
  if (options.autoDestroy === false) bits &= ~AUTO_DESTROY;
  this.highWaterMark = highWaterMarkOf(options, (bits & OBJECT_MODE) !== 0, 'readableHighWaterMark', isDuplex);
  const encoding = defaultEncodingOf(options.defaultEncoding);
  if (encoding !== 'utf8') this.defaultEncoding = encoding;
  this.bits = bits;
  if (options.encoding) {
    this.decoder = new (require('string_decoder').StringDecoder)(options.encoding);
    this.encoding = options.encoding;
  }
}

const { prototype } = ReadableState;

prototype.awaitDrainWriters = null;
prototype.defaultEncoding = 'utf8';
prototype.encoding = null;
prototype.textDecoder = null;
prototype.destinations = null;

defineFlags(prototype, {
  ended: own.ENDED,
  endEmitted: own.END_EMITTED,
  reading: own.READING,
  needReadable: own.NEED_READABLE,
  emittedReadable: own.EMITTED_READABLE,
  readableListening: own.READABLE_LISTENING,
  resumeScheduled: own.RESUME_SCHEDULED,
  multiAwaitDrain: own.MULTI_AWAIT_DRAIN,
  readingMore: own.READING_MORE,
  dataEmitted: own.DATA_EMITTED,
});

function accessor(name, get, set) {
  Object.defineProperty(prototype, name, { __proto__: null, configurable: true, enumerable: false, get, set });
}

accessor('flowing', function() {
  return (this.bits & FLOWING) !== 0 ? true : (this.bits & NOT_FLOWING) !== 0 ? false : null;
}, function(value) {
  this.bits = (this.bits & ~(FLOWING | NOT_FLOWING)) | (value ? FLOWING : value === null || value === undefined ? 0 : NOT_FLOWING);
});

accessor('paused', function() {
  return (this.bits & PAUSED) !== 0;
}, function(value) {
  this.bits = (this.bits & ~(PAUSED | RESUMED)) | (value ? PAUSED : RESUMED);
});

accessor('decoder', function() {
  return this.textDecoder;
}, function(value) {
  this.textDecoder = value;
  if (value) this.bits |= HAS_DECODER;
  else this.bits &= ~HAS_DECODER;
});

accessor('buffer', function() {
  return this.list ??= [];
}, function(value) {
  this.list = value;
});

accessor('bufferIndex', function() {
  return this.first;
}, function(value) {
  this.first = value;
});

accessor('pipes', function() {
  return this.destinations ??= [];
}, function(value) {
  this.destinations = value;
});

accessor('pipesCount', function() {
  return this.destinations === null ? 0 : this.destinations.length;
});

module.exports = { ...state, ...own, ReadableState };
