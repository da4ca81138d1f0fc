'use strict';

/**
 * IncomingMessage: a request as the server sees it, a response as the client sees it. Its fields stay where the parser put
 * them until they are read, and it has no stream's state before somebody uses it as a stream.
 */

const Readable = require('internal/streams/readable');
const { fields, rawFields, distinctFields } = require('internal/http/binding');

const kHead = Symbol('kHead'); // where the parser put the fields
const kTrailerFields = Symbol('kTrailerFields');
const kMaxFields = Symbol('kMaxFields');
const kHeaders = Symbol('kHeaders');
const kHeadersDistinct = Symbol('kHeadersDistinct');
const kRawHeaders = Symbol('kRawHeaders');
const kTrailers = Symbol('kTrailers');
const kTrailersDistinct = Symbol('kTrailersDistinct');
const kRawTrailers = Symbol('kRawTrailers');
const kState = Symbol('kState');
/** What has happened to a message whose stream state nobody has asked for yet. */
const kFate = Symbol('kFate');

const OPEN = 0;
const ENDED = 1; // all has come, nothing was in it
const CLOSED = 2; // ended and closed

function IncomingMessage(socket) {
  this.socket = socket;
  this.httpVersionMajor = null;
  this.httpVersionMinor = null;
  this.httpVersion = null;
  this.complete = false;
  this.upgrade = null;
  this.url = '';
  this.method = null;
  this[kHead] = undefined;
  this[kMaxFields] = 0;
  this[kFate] = OPEN;
}
Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable);

const { prototype } = IncomingMessage;

// What most messages leave as it is: making a message is what a server does most often.
for (const [name, value] of Object.entries({
  joinDuplicateHeaders: null, aborted: false, statusCode: null, statusMessage: null, _consuming: false, _dumped: false,
})) {
  Object.defineProperty(prototype, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}
prototype[kTrailerFields] = undefined;
prototype[kHeaders] = undefined;
prototype[kState] = undefined;

function accessor(name, get, set, enumerable = false) {
  Object.defineProperty(prototype, name, { __proto__: null, configurable: true, enumerable, get, set });
}

accessor('_readableState', function() {
  return this[kState] ?? makeState(this);
}, function(value) {
  this[kState] = value;
});

function makeState(message) {
  const { ReadableState, ENDED: STREAM_ENDED, END_EMITTED, DESTROYED, CLOSED: STREAM_CLOSED, CLOSE_EMITTED } =
    require('internal/streams/readable_state');
  // The prototype itself is asked by those who look for stream classes.
  if (!Object.hasOwn(message, kFate)) return undefined;
  const highWaterMark = message.socket?.readableHighWaterMark;
  const state = new ReadableState(highWaterMark === undefined ? undefined : { highWaterMark }, message, false);
  // The first _read() is the consumer's: until then nothing is read ahead.
  state.readingMore = true;
  message[kState] = state;
  // Asked for a hundred times from here on while the message is read.
  Object.defineProperty(message, '_readableState', { __proto__: null, value: state, writable: true, enumerable: true, configurable: true });
  if (message[kFate] === ENDED) message.push(null);
  else if (message[kFate] === CLOSED) state.bits |= STREAM_ENDED | END_EMITTED | DESTROYED | STREAM_CLOSED | CLOSE_EMITTED;
  return state;
}

/** Nothing (more) comes. A message that nobody reads stays without a stream's state. */
function endMessage(message) {
  if (message[kState] === undefined && message._events === undefined) message[kFate] = ENDED;
  else message.push(null);
}

/** Ends and closes a message that nobody reads. @returns {boolean} whether that was enough */
function closeUnread(message) {
  if (message[kState] !== undefined || message._events !== undefined || message[kFate] === OPEN) return false;
  message[kFate] = CLOSED;
  return true;
}

/** Whether somebody reads a message, or has begun to. */
function isConsumed(message) {
  return message._consuming || (message[kState] !== undefined && message[kState].dataEmitted);
}

/** Whether a message has come and been read to its end. */
function isRead(message) {
  return message[kState] === undefined ? message[kFate] === CLOSED : message.readableEnded;
}

for (const name of ['connection', 'client']) {
  accessor(name, function() {
    return this.socket;
  }, function(value) {
    this.socket = value;
  });
}

accessor('rawHeaders', function() {
  return this[kRawHeaders] ??= this[kHead] === undefined ? [] : rawFields(this[kHead], this[kMaxFields]);
}, function(value) {
  this[kRawHeaders] = value;
}, true);

accessor('rawTrailers', function() {
  return this[kRawTrailers] ??= this[kTrailerFields] === undefined ? [] : rawFields(this[kTrailerFields], this[kMaxFields]);
}, function(value) {
  this[kRawTrailers] = value;
}, true);

accessor('headers', function() {
  if (this[kHeaders] !== undefined) return this[kHeaders];
  return this[kHeaders] = this[kRawHeaders] === undefined && this[kHead] !== undefined ?
    fields(this[kHead], this[kMaxFields], this.joinDuplicateHeaders === true) : added(this, this.rawHeaders, '_addHeaderLine');
}, function(value) {
  this[kHeaders] = value;
});

accessor('headersDistinct', function() {
  return this[kHeadersDistinct] ??= this[kRawHeaders] === undefined && this[kHead] !== undefined ?
    distinctFields(this[kHead], this[kMaxFields]) : added(this, this.rawHeaders, '_addHeaderLineDistinct');
}, function(value) {
  this[kHeadersDistinct] = value;
});

accessor('trailers', function() {
  return this[kTrailers] ??= added(this, this.rawTrailers, '_addHeaderLine');
}, function(value) {
  this[kTrailers] = value;
});

accessor('trailersDistinct', function() {
  return this[kTrailersDistinct] ??= added(this, this.rawTrailers, '_addHeaderLineDistinct');
}, function(value) {
  this[kTrailersDistinct] = value;
});

function added(message, raw, method) {
  const object = {};
  for (let i = 0; i < raw.length; i += 2) message[method](raw[i], raw[i + 1], object);
  return object;
}

prototype.setTimeout = function setTimeout(msecs, callback) {
  if (callback) this.on('timeout', callback);
  this.socket.setTimeout(msecs);
  return this;
};

prototype._read = function _read(n) {
  if (!this._consuming) {
    this._readableState.readingMore = false;
    this._consuming = true;
  }
  // The socket may be gone when the message has come completely.
  if (this.socket?.readable) readStart(this.socket);
};

prototype._destroy = function _destroy(err, cb) {
  if (!this.readableEnded || !this.complete) {
    this.aborted = true;
    this.emit('aborted');
  }
  // A message that was cut off takes its connection with it; after a whole one the connection may serve on.
  if (this.socket && !this.socket.destroyed && this.aborted) {
    this.socket.destroy(err);
    const cleanup = require('internal/streams/end_of_stream').eos(this.socket, (e) => {
      if (e?.code === 'ERR_STREAM_PREMATURE_CLOSE') e = null;
      cleanup();
      process.nextTick(reportDestroyed, this, e || err, cb);
    });
  } else {
    process.nextTick(reportDestroyed, this, err, cb);
  }
};

function reportDestroyed(message, err, cb) {
  // Whoever did not ask about errors is not told of a lost connection.
  if (!err || message.listenerCount('error') === 0) cb();
  else cb(err);
}

// How repeated fields become one value: 0 the first wins, 1 set-cookie, 2 cookie, 3 joined by commas.
const FIRST_WINS = new Set([
  'age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since',
  'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server',
  'user-agent',
]);

prototype._addHeaderLines = function _addHeaderLines(headers, n) {
  if (!headers?.length) return;
  const trailers = this.complete;
  if (trailers) this.rawTrailers = headers;
  else this.rawHeaders = headers;
  const dest = trailers ? this[kTrailers] : this[kHeaders];
  if (dest) {
    for (let i = 0; i < n; i += 2) this._addHeaderLine(headers[i], headers[i + 1], dest);
  }
};

prototype._addHeaderLine = function _addHeaderLine(field, value, dest) {
  field = field.toLowerCase();
  const before = dest[field];
  if (field === 'set-cookie') {
    if (before !== undefined) before.push(value);
    else dest[field] = [value];
  } else if (before === undefined) {
    dest[field] = value;
  } else if (field === 'cookie') {
    dest[field] += '; ' + value;
  } else if (this.joinDuplicateHeaders || !FIRST_WINS.has(field)) {
    dest[field] += ', ' + value;
  }
};

prototype._addHeaderLineDistinct = function _addHeaderLineDistinct(field, value, dest) {
  field = field.toLowerCase();
  if (!dest[field]) dest[field] = [value];
  else dest[field].push(value);
};

prototype._dumpAndCloseReadable = function _dumpAndCloseReadable() {
  this._dumped = true;
  const state = this._readableState;
  state.ended = true;
  state.endEmitted = true;
  state.destroyed = true;
  state.closed = true;
  state.closeEmitted = true;
};

/** Lets whatever is left of the message flow into nothing. */
prototype._dump = function _dump() {
  if (this._dumped) return;
  this._dumped = true;
  if (closeUnread(this)) return;
  // Those who wait for data would never see its end.
  this.removeAllListeners('data');
  this.resume();
};

function readStart(socket) {
  if (socket && !socket._paused && socket.readable) socket.resume();
}

function readStop(socket) {
  socket?.pause();
}

module.exports = { IncomingMessage, endMessage, isConsumed, isRead, kHead, kMaxFields, kTrailerFields, readStart, readStop };
