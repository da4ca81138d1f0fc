'use strict';

/** One connection of a server: its parser, the requests that came, and the responses that wait for their turn. */

const natives = require('internal/http/binding');
const { clearTimeout, setImmediate, setTimeout } = require('timers');
const { debug } = require('internal/http/debug');
const { CONTINUE, kUniqueHeaders } = require('internal/http/fields');
const { isConsumed, isRead } = require('internal/http/incoming');
const { HAS_EXPECT, HAS_HOST, HTTPParser, freeParser, kNative, prepareError } = require('internal/http/parser');
const { kTellsResponse, onSocketClose } = require('internal/http/response');
const { kNeedDrain } = require('internal/http/outgoing');
const { kCaptures, kConnection, kConnections, kOptimizeEmptyRequests, kServerResponse, kWire } = require('internal/http/symbols');
const { consume, unconsume } = require('internal/http/wire');
const { isWatched } = require('internal/net/channels');
const { NEED_DRAIN } = require('internal/streams/writable_state');

const MOST_FIELDS = 2000;

class Connection {
  constructor(server, socket) {
    this.server = server;
    this.socket = socket;
    this.parser = new HTTPParser();
    // The request that is answered, and those behind it if the client did not wait.
    this.current = null;
    this.behind = [];
    this.outgoing = [];
    this.outgoingData = 0;
    this.requestsCount = 0;
    this.idleSince = 0;
    this.idleTimer = undefined;
    this.partRead = -1;
    this.waitsByTimeout = false;
    this.responseOptions = {
      highWaterMark: socket.writableHighWaterMark,
      rejectNonStandardBodyWrites: server.rejectNonStandardBodyWrites,
    };
    this.listeners = {
      close: () => this.closed(),
      data: (bytes) => this.executed(this.parser.execute(bytes), bytes),
      drain: () => this.drain(),
      end: () => this.ended(),
      error: onError,
      pause: onPause,
      resume: onResume,
      timeout: onTimeout,
    };
  }

  start() {
    const { parser, server, socket } = this;
    debug('SERVER new http connection');
    server[kConnections]?.add(this);
    socket[kConnection] = this;
    socket[kTellsResponse] = true;
    // It may have come by another server, or by none.
    socket.server = server;
    if (server.timeout && typeof socket.setTimeout === 'function') socket.setTimeout(server.timeout);
    const lenient = server.insecureHTTPParser === undefined ? require('internal/http/limits').isLenient() : server.insecureHTTPParser;
    parser.socket = socket;
    parser.connection = this;
    parser.initialize(HTTPParser.REQUEST, this, server.maxHeaderSize || 0, lenient ? HTTPParser.kLenientAll : HTTPParser.kLenientNone);
    socket.parser = parser;
    const most = server.maxHeadersCount;
    parser.maxHeaderPairs = (typeof most === 'number' ? most : MOST_FIELDS) << 1;
    parser.joinDuplicateHeaders = server.joinDuplicateHeaders;
    parser.onIncoming = onIncoming;
    parser.onExecute = onExecute;
    socket._paused = false;
    for (const name of Object.keys(this.listeners)) socket.on(name, this.listeners[name]);
    socket.on('close', onSocketClose);
    // Bytes are this room's: nobody may turn them into text.
    socket.setEncoding = refuseEncoding;
    consume(parser, socket);
  }

  /** Takes in a message. @returns {number} 2 if the connection is to be handed over after its head, else 0 */
  accept(req, keepAlive, flags) {
    const { server, socket } = this;
    if (this.waitsByTimeout) {
      this.waitsByTimeout = false;
      socket.setTimeout(server.timeout || 0);
    }
    if (req.upgrade) {
      req.upgrade = req.method === 'CONNECT' || !!server.shouldUpgradeCallback(req);
      if (req.upgrade) return 2;
    }
    this.idleSince = 0;
    if (socket.timeout || socket._parent) socket._unrefTimer?.();
    if (this.current === null) this.current = req;
    else this.behind.push(req);
    if (!socket._paused && isClogged(socket, this.outgoingData)) {
      // Answers pile up: no more questions.
      socket._paused = true;
      socket.pause();
    }
    const res = new server[kServerResponse](req, this.responseOptions);
    res._keepAliveTimeout = server.keepAliveTimeout;
    if (!keepAlive) res.shouldKeepAlive = false;
    if (server[kUniqueHeaders] !== null) res[kUniqueHeaders] = server[kUniqueHeaders];
    if (server.maxRequestsPerSocket !== 0) res._maxRequestsPerSocket = server.maxRequestsPerSocket;
    if (isWatched()) require('internal/http/watched').serverRequestStarted(server, socket, req, res);
    if (socket._httpMessage) this.outgoing.push(res);
    else res.assignSocket(socket);
    const usual = (flags & (HAS_HOST | HAS_EXPECT)) === HAS_HOST && server.maxRequestsPerSocket === 0;
    if (usual || req.httpVersionMajor !== 1 || req.httpVersionMinor !== 1 || !this.refused(req, res, flags)) {
      if (server[kOptimizeEmptyRequests] && !announcesBody(req)) req._dumpAndCloseReadable();
      emitRequest(server, req, res);
    }
    return 0;
  }

  /** More, or less, waits for its turn to be sent. */
  pending(delta) {
    this.outgoingData += delta;
    if (this.socket._paused && this.outgoingData < this.socket.writableHighWaterMark) this.drain();
  }

  /** Deals with what HTTP/1.1 asks for before the program sees a request. @returns {boolean} whether that was all */
  refused(req, res, flags) {
    const { server, socket } = this;
    if ((flags & HAS_HOST) === 0 && server.requireHostHeader) {
      res.writeHead(400, ['Connection', 'close']);
      res.end();
      return true;
    }
    const most = server.maxRequestsPerSocket;
    if (typeof most === 'number' && most > 0) {
      this.requestsCount++;
      res.maxRequestsOnConnectionReached = most <= this.requestsCount;
      if (most < this.requestsCount) {
        server.emit('dropRequest', req, socket);
        res.writeHead(503);
        res.end();
        return true;
      }
    }
    if ((flags & HAS_EXPECT) === 0) return false;
    if (!CONTINUE.test(req.headers.expect)) {
      if (server.listenerCount('checkExpectation') > 0) {
        server.emit('checkExpectation', req, res);
      } else {
        res.writeHead(417);
        res.end();
      }
      return true;
    }
    res._expect_continue = true;
    if (server.listenerCount('checkContinue') > 0) {
      server.emit('checkContinue', req, res);
      return true;
    }
    res.writeContinue();
    return false;
  }

  /** A response has left: the next one has its turn, or the connection waits for another request. */
  finished(res) {
    const { server, socket } = this;
    const req = this.current ?? res.req;   // a response may end when the connection is gone
    this.current = this.behind.length === 0 ? null : this.behind.shift();
    if (isWatched()) require('internal/http/watched').serverResponseFinished(server, socket, req, res);
    if (!isConsumed(req)) req._dump();
    res.detachSocket(socket);
    forget(req);
    if (res._events === undefined) res._closed = res.destroyed = true;
    else process.nextTick(emitClose, res);
    if (res._last) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    } else if (this.outgoing.length > 0) {
      this.outgoing.shift().assignSocket(socket);
    } else if (server.keepAliveTimeout > 0 && Number.isFinite(server.keepAliveTimeout)) {
      this.idle();
    }
  }

  /** Begins to wait for the next request. The timer runs on through any number of them and looks when it is due. */
  idle() {
    if (this.socket.timeout && typeof this.socket.setTimeout === 'function') {   // another limit than that of the request before
      this.waitsByTimeout = true;
      this.socket.setTimeout(this.idleLimit());
      return;
    }
    this.idleSince = natives.now();
    if (this.idleTimer === undefined && typeof this.socket.setTimeout === 'function') {
      this.idleTimer = startTimer(this, this.idleLimit());
    }
  }

  idleLimit() {
    return this.server.keepAliveTimeout + (this.server.keepAliveTimeoutBuffer || 0);
  }

  /** Ends the waiting if it was long enough and nothing has come meanwhile. */
  checkIdle() {
    const { socket } = this;
    if (this.idleSince === 0 || this.idleTimer !== undefined || socket.destroyed) return;
    let left = this.idleSince + this.idleLimit() - natives.now();
    if (left <= 0 && natives.messageStart(this.parser[kNative]) >= 0 && socket.bytesRead !== this.partRead) {
      // A request comes slowly: it may take as long again for its next part, and headersTimeout ends it if that goes on.
      this.partRead = socket.bytesRead;
      left = this.idleLimit();
    }
    if (left > 0) this.idleTimer = startTimer(this, left);
    else socket.emit('timeout');
  }

  /** What the parser made of some bytes. @param {number | Error} taken */
  executed(taken, bytes) {
    const { parser, server, socket } = this;
    if (taken instanceof Error) {
      prepareError(taken, parser, bytes);
      onError.call(socket, taken);
    } else if (parser.incoming?.upgrade && natives.upgraded(parser[kNative])) {
      const req = parser.incoming;
      this.release();
      parser.finish();
      freeParser(parser, req, socket);
      const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
      if (server.listenerCount(event) > 0) {
        const rest = bytes.subarray(taken);
        socket.readableFlowing = null;
        server.emit(event, req, socket, rest);
      } else {
        // It was to be handed over, and nobody takes it.
        socket.destroy();
      }
    }
  }

  /** Gives the socket back to the program. */
  release() {
    const { server, socket } = this;
    for (const name of Object.keys(this.listeners)) socket.removeListener(name, this.listeners[name]);
    socket.removeListener('close', onSocketClose);
    delete socket.setEncoding;
    unconsume(socket);
    clearIdleTimer(this);
    server[kConnections]?.delete(this);
    socket[kTellsResponse] = false;
  }

  drain() {
    const { socket } = this;
    if (socket._paused && this.outgoingData <= socket.writableHighWaterMark) {
      socket._paused = false;
      socket.resume();
    }
    const message = socket._httpMessage;
    if (message && !message.finished && message[kNeedDrain]) {
      message[kNeedDrain] = false;
      message.emit('drain');
    }
  }

  /** The client has ended its side. */
  ended() {
    const { outgoing, server, socket } = this;
    const failure = socket.parser === this.parser ? this.parser.finish() : undefined;
    if (failure !== undefined) onError.call(socket, failure);
    else if (!server.httpAllowHalfOpen) socket.end();
    else if (outgoing.length > 0) outgoing[outgoing.length - 1]._last = true;
    else if (socket._httpMessage) socket._httpMessage._last = true;
    else socket.end();
  }

  closed() {
    debug('server socket close');
    this.server[kConnections]?.delete(this);
    clearIdleTimer(this);
    freeParser(this.parser, null, this.socket);
    const unanswered = this.current === null ? [] : [this.current, ...this.behind];
    this.current = null;
    this.behind = [];
    for (const req of unanswered) {
      req.destroy(new (require('internal/errors').ConnResetException)('aborted'));
    }
  }

  /** Whether no request is under way. */
  isIdle() {
    const message = this.socket._httpMessage;
    return natives.messageStart(this.parser[kNative]) < 0 && (!message || message.finished);
  }

  /** Whether a message takes longer than the server allows. */
  isLate(now) {
    const start = natives.messageStart(this.parser[kNative]);
    if (start < 0) return false;
    const { headersTimeout, requestTimeout } = this.server;
    return (headersTimeout > 0 && natives.inHead(this.parser[kNative]) && now - start >= headersTimeout) ||
      (requestTimeout > 0 && now - start >= requestTimeout);
  }
}

function startTimer(connection, msecs) {
  const timer = setTimeout(onIdleTimer, msecs, connection);
  timer.unref();
  return timer;
}

/** A request may have come in time and not be read yet, if the loop was held up: the sockets have their turn first. */
function onIdleTimer(connection) {
  connection.idleTimer = undefined;
  setImmediate(checkIdle, connection);
}

function checkIdle(connection) {
  connection.checkIdle();
}

function clearIdleTimer(connection) {
  if (connection.idleTimer === undefined) return;
  clearTimeout(connection.idleTimer);
  connection.idleTimer = undefined;
}

/** Whether more waits to be sent than should. */
function isClogged(socket, waiting) {
  if (socket[kWire] === undefined) return socket.writableNeedDrain || waiting >= socket.writableHighWaterMark;
  const { bits, highWaterMark } = socket._writableState;
  return (bits & NEED_DRAIN) !== 0 || waiting >= highWaterMark;
}

const { emit } = require('events').prototype;

/** `server.emit('request', req, res)`, without a search for the listener where there is one and nobody has another `emit`. */
function emitRequest(server, req, res) {
  const listener = server._events.request;
  if (typeof listener === 'function' && server.emit === emit && !server[kCaptures]) listener.call(server, req, res);
  else server.emit('request', req, res);
}

function announcesBody(req) {
  return req.method !== 'HEAD' && (req.headers['content-length'] !== undefined || req.headers['transfer-encoding'] !== undefined);
}

function onIncoming(req, keepAlive, flags) {
  return this.connection.accept(req, keepAlive, flags);
}

function onExecute(taken, bytes) {
  this.connection.executed(taken, bytes);
}

function emitClose(message) {
  if (message._closed) return;
  message.destroyed = true;
  message._closed = true;
  message.emit('close');
}

/** Lets the parser forget a request once nothing more of it will come. */
function forget(req) {
  const parser = req.socket?.parser;
  if (!parser || parser.incoming !== req) return;
  if (isRead(req)) parser.incoming = null;
  else req.once('end', forgetEnded);
}

function forgetEnded() {
  forget(this);
}

function refuseEncoding() {
  throw new (require('internal/errors').ERR_HTTP_SOCKET_ENCODING)();
}

function onPause() {
  if (this._handle?.reading) {
    this._handle.reading = false;
    this._handle.readStop();
  }
}

function onResume() {
  // Somebody asks for more while answers pile up.
  if (this._paused) {
    this.pause();
    return;
  }
  if (this._handle && !this._handle.reading) {
    this._handle.reading = true;
    this._handle.readStart();
  }
}

function onTimeout() {
  const req = this.parser?.incoming;
  const reqHeard = req && !req.complete && req.emit('timeout', this);
  const resHeard = this._httpMessage?.emit('timeout', this);
  const serverHeard = this.server.emit('timeout', this);
  if (!reqHeard && !resHeard && !serverHeard) this.destroy();
}

function ignoreError() {}

function refusal(error) {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW': return '431 Request Header Fields Too Large';
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW': return '413 Payload Too Large';
    case 'ERR_HTTP_REQUEST_TIMEOUT': return '408 Request Timeout';
    default: return '400 Bad Request';
  }
}

/** A connection that failed, or whose bytes are no request. `this` is the socket. */
function onError(error) {
  debug('SERVER connection error', error);
  this.removeListener('error', onError);
  // What comes after the first error is of no interest.
  if (this.listenerCount('error', ignoreError) === 0) this.on('error', ignoreError);
  if (this.server.emit('clientError', error, this)) return;
  if (this.writable && (!this._httpMessage || !this._httpMessage._headerSent)) {
    this.write(`HTTP/1.1 ${refusal(error)}\r\nConnection: close\r\n\r\n`, 'latin1');
  }
  if (typeof this.destroySoon === 'function' && this._closeAfterHandlingError) this.destroySoon();
  else this.destroy(error);
}

/** The listener of a server's 'connection': `this` is the server. */
function connectionListener(socket) {
  new Connection(this, socket).start();
}

/** Ends the connections on which a request takes longer to come than the server allows. */
function expireConnections(server) {
  if (server.headersTimeout === 0 && server.requestTimeout === 0) return;
  const now = natives.now();
  for (const connection of [...server[kConnections]]) {
    if (connection.isLate(now)) onError.call(connection.socket, new (require('internal/errors').ERR_HTTP_REQUEST_TIMEOUT)());
  }
}

module.exports = { connectionListener, expireConnections };
