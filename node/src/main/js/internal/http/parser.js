'use strict';

/**
 * HTTPParser: one side's incoming messages, made of what the Java parser says. A server or client puts itself into `onIncoming`;
 * the bytes come by `execute`, or from a socket that was consumed.
 */

const natives = require('internal/http/binding');
const { IncomingMessage, endMessage, kHead, kMaxFields, kTrailerFields, readStart, readStop } = require('internal/http/incoming');

const { kIncomingMessage } = require('internal/http/symbols');

const KEEP_ALIVE = 1;
const UPGRADE = 2;
const HAS_HOST = 4;
const HAS_EXPECT = 8;
const BODYLESS = 16;

const kNative = Symbol('kNative');

/** Makes messages and hands them on. `this` is the parser. */
function onHead(parser, major, minor, head, flags) {
  const { socket } = parser;
  const Message = socket?.server?.[kIncomingMessage] || IncomingMessage;
  const message = parser.incoming = new Message(socket);
  message.httpVersionMajor = major;
  message.httpVersionMinor = minor;
  message.httpVersion = major === 1 ? minor === 1 ? '1.1' : minor === 0 ? '1.0' : `1.${minor}` : `${major}.${minor}`;
  if (parser.joinDuplicateHeaders !== undefined) message.joinDuplicateHeaders = parser.joinDuplicateHeaders;
  message.upgrade = (flags & UPGRADE) !== 0;
  message[kHead] = head;
  message[kMaxFields] = parser.maxHeaderPairs >> 1;
  return message;
}

function onRequest(major, minor, method, url, head, flags) {
  const message = onHead(this, major, minor, head, flags);
  message.method = method;
  message.url = url;
  const skip = this.onIncoming(message, (flags & KEEP_ALIVE) !== 0, flags);
  if (skip === 0 && (flags & BODYLESS) !== 0 && this.incoming === message) complete(message);
  return skip;
}

function onResponse(major, minor, status, reason, head, flags) {
  const message = onHead(this, major, minor, head, flags);
  message.statusCode = status;
  message.statusMessage = reason;
  return this.onIncoming(message, (flags & KEEP_ALIVE) !== 0, flags);
}

function onBody(chunk) {
  const { incoming } = this;
  this.socket?._unrefTimer?.();
  // Nobody to take it: an answer that was given up, or a request after its end.
  if (incoming === null || incoming === undefined || incoming._dumped) return;
  if (!incoming.push(chunk)) readStop(this.socket);
}

function onComplete(trailers) {
  const { incoming } = this;
  if (incoming === null || incoming === undefined) return;
  if (trailers !== undefined) incoming[kTrailerFields] = trailers;
  complete(incoming);
  // Its last part may have held the connection back, and nobody asks for more of a message that is complete.
  readStart(this.socket);
}

function complete(message) {
  message.complete = true;
  endMessage(message);
}

/** What of a consumed socket's bytes was not a message: `this` is the parser. */
function onExecuted(taken, failure, bytes) {
  this.onExecute?.(failure === undefined ? taken : failureOf(failure), bytes);
}

natives.setup({ onRequest, onResponse, onBody, onComplete, onExecuted }, Buffer.prototype);

/** The error that a program sees of a `[code, reason, bytesParsed]`. */
function failureOf(failure) {
  const { 0: code, 1: reason, 2: bytesParsed } = failure;
  const error = new Error(`Parse Error: ${reason}`);
  error.bytesParsed = bytesParsed;
  error.code = code;
  error.reason = reason;
  return error;
}

class HTTPParser {
  constructor() {
    this.incoming = null;
    this.socket = null;
    this.onIncoming = null;
    this.onExecute = null;
    this.outgoing = null;
    this.maxHeaderPairs = 0;
    this.joinDuplicateHeaders = undefined;
    this.waiting = undefined;
    this[kNative] = undefined;
  }

  /** @param {number} type `HTTPParser.REQUEST` or `HTTPParser.RESPONSE` */
  initialize(type, resource, maxHeaderSize, lenientFlags) {
    const most = maxHeaderSize || require('internal/http/limits').maxHeaderSize();
    this[kNative] = natives.parser(this, type === HTTPParser.REQUEST, !!lenientFlags, most);
  }

  /** @returns {number | Error} how many bytes were taken, or why they cannot be */
  execute(bytes) {
    if (this.waiting !== undefined) {
      // Called by a listener of what is being read: it has to wait for that.
      this.waiting.push(bytes);
      return bytes.length;
    }
    this.waiting = [];
    try {
      let taken = natives.execute(this[kNative], bytes);
      for (let next; (next = this.waiting.shift()) !== undefined;) taken = natives.execute(this[kNative], next);
      const failure = natives.failure(this[kNative]);
      return failure === undefined ? taken : failureOf(failure);
    } finally {
      this.waiting = undefined;
    }
  }

  /** The connection has ended. @returns {Error | undefined} */
  finish() {
    const failure = natives.finish(this[kNative]);
    return failure === undefined ? undefined : failureOf(failure);
  }

  /** Lets go of the connection; nothing more is told. */
  free() {
    if (this[kNative] !== undefined) natives.stop(this[kNative]);
    this.socket = null;
    this.incoming = null;
    this.outgoing = null;
    this.onIncoming = null;
    this.onExecute = null;
  }

  close() {
    HTTPParser.prototype.free.call(this);
  }

  remove() {}

  unconsume() {}
}

HTTPParser.REQUEST = 1;
HTTPParser.RESPONSE = 2;
HTTPParser.kOnMessageBegin = 0;
HTTPParser.kOnHeaders = 1;
HTTPParser.kOnHeadersComplete = 2;
HTTPParser.kOnBody = 3;
HTTPParser.kOnMessageComplete = 4;
HTTPParser.kOnExecute = 5;
HTTPParser.kOnTimeout = 6;
HTTPParser.kLenientNone = 0;
HTTPParser.kLenientHeaders = 1;
HTTPParser.kLenientChunkedLength = 2;
HTTPParser.kLenientKeepAlive = 4;
HTTPParser.kLenientAll = 255;

/** Lets go of a parser, and of it what a message or socket holds. */
function freeParser(parser, req, socket) {
  if (parser) parser.free();
  if (req) req.parser = null;
  if (socket) socket.parser = null;
}

/** Completes an error with the bytes that it was found in. */
function prepareError(error, parser, bytes) {
  error.rawPacket = bytes;
  error.message = `Parse Error: ${error.reason}`;
}

/** Parsers that a client can use again. */
const parsers = {
  max: 1000,
  list: [],
  alloc() { return this.list.pop() ?? new HTTPParser(); },
  free(parser) {
    // One that is being executed is not to be had by somebody else.
    if (this.list.length >= this.max || parser.waiting !== undefined) return false;
    this.list.push(parser);
    return true;
  },
};

module.exports = { HAS_EXPECT, HAS_HOST, HTTPParser, freeParser, kNative, parsers, prepareError };
