'use strict';

/** What happens on the connection of a ClientRequest: its answer, its errors and its end. */

const natives = require('internal/http/binding');
const { HTTPParser, freeParser, kNative, parsers, prepareError } = require('internal/http/parser');
const { kNeedDrain } = require('internal/http/outgoing');
const { debug } = require('internal/http/debug');
const { isWatched } = require('internal/net/channels');

const MOST_FIELDS = 2000;

/** Gives a request its connection. */
function assign(req, socket) {
  const parser = parsers.alloc();
  const lenient = req.insecureHTTPParser === undefined ? require('internal/http/limits').isLenient() : req.insecureHTTPParser;
  req.socket = socket;
  parser.initialize(HTTPParser.RESPONSE, req, req.maxHeaderSize || 0, lenient ? HTTPParser.kLenientAll : HTTPParser.kLenientNone);
  parser.socket = socket;
  parser.outgoing = req;
  parser.maxHeaderPairs = (typeof req.maxHeadersCount === 'number' ? req.maxHeadersCount : MOST_FIELDS) << 1;
  parser.joinDuplicateHeaders = req.joinDuplicateHeaders;
  parser.onIncoming = onIncoming;
  req.parser = parser;
  socket.parser = parser;
  socket._httpMessage = req;
  socket.on('error', onError);
  socket.on('data', onData);
  socket.on('end', onEnd);
  socket.on('close', onClose);
  socket.on('drain', onDrain);
  if (req.timeout !== undefined || req.agent?.options?.timeout) listenForTimeout(req);
  req.emit('socket', socket);
}

function fail(req, error) {
  if (isWatched()) require('internal/http/watched').clientRequestFailed(req, error);
  req.emit('error', error);
}

function hangUp() {
  return new (require('internal/errors').ConnResetException)('socket hang up');
}

function release(socket, parser, req) {
  if (!parser) return;
  parser.finish();
  freeParser(parser, req, socket);
}

function stopReading(socket) {
  socket.removeListener('data', onData);
  socket.removeListener('end', onEnd);
}

function onClose() {
  debug('HTTP socket close');
  // What was read before and waits in the stream belongs to the answer.
  this.read();
  const { parser } = this;
  const req = this._httpMessage;
  req.destroyed = true;
  const { res } = req;
  if (res) {
    if (!res.complete) res.destroy(new (require('internal/errors').ConnResetException)('aborted'));
    req._closed = true;
    req.emit('close');
    if (!res.aborted && res.readable) res.push(null);
  } else {
    if (!req.socket._hadError) {
      req.socket._hadError = true;
      fail(req, hangUp());
    }
    req._closed = true;
    req.emit('close');
  }
  if (req.outputData) req.outputData.length = 0;
  release(this, parser, req);
}

function onError(error) {
  debug('SOCKET ERROR:', error.message, error.stack);
  const req = this._httpMessage;
  if (req) {
    // One error a request: others may follow it.
    req.socket._hadError = true;
    fail(req, error);
  }
  release(this, this.parser, req);
  stopReading(this);
  this.destroy();
}

function onEnd() {
  const req = this._httpMessage;
  if (!req.res && !req.socket._hadError) {
    req.socket._hadError = true;
    fail(req, hangUp());
  }
  release(this, this.parser, req);
  this.end();
}

function isInformational(status) {
  return status < 200 && status >= 100 && status !== 101;
}

function onData(bytes) {
  const { parser } = this;
  const req = this._httpMessage;
  const taken = parser.execute(bytes);
  const { incoming } = parser;
  if (taken instanceof Error) {
    prepareError(taken, parser, bytes);
    freeParser(parser, req, this);
    stopReading(this);
    this.destroy();
    req.socket._hadError = true;
    fail(req, taken);
  } else if (incoming?.upgrade && natives.upgraded(parser[kNative])) {
    handOver(this, req, incoming, bytes.subarray(taken));
  } else if (incoming?.complete && !isInformational(incoming.statusCode)) {
    stopReading(this);
    this.removeListener('drain', onDrain);
    freeParser(parser, req, this);
    parsers.free(parser);
  }
}

/** The connection leaves HTTP. */
function handOver(socket, req, res, rest) {
  const { parser } = socket;
  req.res = res;
  stopReading(socket);
  socket.removeListener('drain', onDrain);
  if (req.timeoutCb) socket.removeListener('timeout', req.timeoutCb);
  socket.removeListener('timeout', onResponseTimeout);
  release(socket, parser, req);
  const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
  if (req.listenerCount(event) === 0) {
    socket.destroy();
    return;
  }
  req.upgradeOrConnect = true;
  // It is the program's own now.
  socket.emit('agentRemove');
  socket.removeListener('close', onClose);
  socket.removeListener('error', onError);
  socket._httpMessage = null;
  socket.readableFlowing = null;
  req.emit(event, res, socket, rest);
  req.destroyed = true;
  req._closed = true;
  req.emit('close');
}

function onDrain() {
  const req = this._httpMessage;
  if (req && !req.finished && req[kNeedDrain]) {
    req[kNeedDrain] = false;
    req.emit('drain');
  }
}

/** An answer's head has come. `this` is the parser. @returns {number} 1 if no body follows, 2 if HTTP ends here */
function onIncoming(res, shouldKeepAlive) {
  const { socket } = this;
  const req = socket._httpMessage;
  debug('AGENT incoming response!', res.statusCode);
  if (req.res) {
    // A second answer to one question.
    socket.destroy();
    return 0;
  }
  req.res = res;
  if (res.upgrade) return 2;
  if (req.method === 'CONNECT') {
    res.upgrade = true;
    return 2;
  }
  if (isInformational(res.statusCode)) {
    req.res = null;
    if (res.statusCode === 100) req.emit('continue');
    req.emit('information', {
      statusCode: res.statusCode,
      statusMessage: res.statusMessage,
      httpVersion: res.httpVersion,
      httpVersionMajor: res.httpVersionMajor,
      httpVersionMinor: res.httpVersionMinor,
      headers: res.headers,
      rawHeaders: res.rawHeaders,
    });
    return 1;
  }
  if (isWatched()) require('internal/http/watched').clientResponseCame(req, res);
  if (req.shouldKeepAlive && !shouldKeepAlive && !req.upgradeOrConnect) req.shouldKeepAlive = false;
  res.req = req;
  // Before the program's own listeners, so that the connection is free when they run.
  res.on('end', onResponseEnd);
  req.on('finish', onRequestFinish);
  socket.on('timeout', onResponseTimeout);
  // Who does not listen cannot read, and the connection must not wait for that.
  if (req.aborted || !req.emit('response', res)) res._dump();
  if (req.method === 'HEAD') return 1;
  if (res.statusCode === 304) {
    res.complete = true;
    return 1;
  }
  return 0;
}

/** The request is done, and its connection may serve another. */
function keepAlive(req) {
  const { socket } = req;
  if (req.timeoutCb) {
    socket.setTimeout(0, req.timeoutCb);
    req.timeoutCb = null;
  }
  socket.removeListener('close', onClose);
  socket.removeListener('error', onError);
  socket.removeListener('drain', onDrain);
  socket.removeListener('timeout', onResponseTimeout);
  stopReading(socket);
  process.nextTick(emitFree, req);
  req.destroyed = true;
  // Destroying the answer must not destroy the next one's connection.
  if (req.res) req.res.socket = null;
}

function emitFree(req) {
  req._closed = true;
  req.emit('close');
  req.socket?.emit('free');
}

function onResponseEnd() {
  const { req } = this;
  const { socket } = req;
  if (socket) {
    if (req.timeoutCb) socket.removeListener('timeout', onTimeout);
    socket.removeListener('timeout', onResponseTimeout);
  }
  req._ended = true;
  if (!req.shouldKeepAlive) {
    if (!socket.writable) return;
    if (typeof socket.destroySoon === 'function') socket.destroySoon();
    else socket.end();
  } else if (req.writableFinished && !this.aborted) {
    keepAlive(req);
  }
}

/** The whole answer may come before the whole request has left. */
function onRequestFinish() {
  if (this.shouldKeepAlive && this._ended) keepAlive(this);
}

function onResponseTimeout() {
  this._httpMessage?.res?.emit('timeout');
}

function onTimeout() {
  this._httpMessage?.emit('timeout');
}

/** Has the connection's timeout told to the request. */
function listenForTimeout(req) {
  if (req.timeoutCb) return;
  req.timeoutCb = onTimeout;
  if (req.socket) req.socket.once('timeout', onTimeout);
  else req.on('socket', (socket) => socket.once('timeout', onTimeout));
}

module.exports = { assign, fail, listenForTimeout };
