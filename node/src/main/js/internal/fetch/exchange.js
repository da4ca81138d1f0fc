'use strict';

/** Exchange: one request of the dispatcher and its answer, on a connection of an agent of `http` or `https`. */

const { library } = require('internal/fetch/library');
const { exactMethod } = require('internal/http/client');

const errors = library('lib/core/errors');
const { channels } = library('lib/core/diagnostics');
const { destroy, getSocketInfo, isBlobLike, isBuffer, isFormDataLike, isStream, setupConnectTimeout } = library('lib/core/util');

/** Milliseconds, if the request says nothing else. */
const HEADERS_TIMEOUT = 300_000;
const BODY_TIMEOUT = 300_000;
const CONNECT_TIMEOUT = 10_000;

/** Methods whose requests are expected to have content: without it they say that its length is 0. */
const WITH_CONTENT = new Set(['PATCH', 'POST', 'PROPFIND', 'PROPPATCH', 'PUT', 'QUERY']);

class Exchange {
  #request;
  #options;
  #url;
  #agent;
  #onEnd;
  #outgoing = null;
  #incoming = null;
  #socket = null;
  #writing = false;
  #ended = false;

  /** @param {Function} onEnd is called once, when the answer is complete or has failed */
  constructor(request, options, url, agent, onEnd) {
    this.#request = request;
    this.#options = options;
    this.#url = url;
    this.#agent = agent;
    this.#onEnd = onEnd;
  }

  start() {
    const request = this.#request;
    try {
      request.onConnect((reason) => this.abort(reason));
      if (!this.#ended) this.#send();
    } catch (error) {
      this.abort(error);
    }
  }

  /** Ends the exchange from this side. It may have been handed over to another protocol by then. */
  abort(reason = new errors.RequestAbortedError()) {
    if (this.#isOver()) return;
    this.#fail(reason);
    this.#socket?.destroy();
  }

  #send() {
    const { method, path, servername } = this.#request;
    const { protocol, hostname, port } = this.#url;
    const { content, length } = this.#content();
    const outgoing = this.#outgoing = require(protocol.slice(0, -1)).request({
      agent: this.#agent,
      protocol,
      host: hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
      port,
      servername: servername ?? undefined,
      [exactMethod]: method,
      path,
      headers: this.#fields(length, content !== null),
      setDefaultHeaders: false,   // these are all: a method that http does not know to have no content would get a length of chunks
    });
    outgoing.on('socket', (socket) => this.#useSocket(socket));
    outgoing.on('information', ({ statusCode, statusMessage, rawHeaders }) => {
      if (!this.#ended) this.#request.onHeaders(statusCode, rawHeaders, () => {}, statusMessage);
    });
    outgoing.on('response', (incoming) => this.#receive(incoming));
    const handOver = (incoming, socket, head) => this.#handOver(incoming, socket, head);
    outgoing.on('upgrade', handOver);
    outgoing.on('connect', handOver);
    // An error right behind the head must not overtake it: it counts when the connection is gone.
    let broken = null;
    outgoing.on('error', (error) => { broken ??= error; });
    outgoing.on('close', () => {
      if (broken === null) return;
      if (this.#mayTryAgain(outgoing, broken, content)) this.#send();
      else this.#fail(this.#translated(broken));
    });
    if (content === null || isBuffer(content)) this.#writeWhole(content);
    else this.#write(content, length);
  }

  /** The other side may close a connection that waits just when this one uses it again (RFC 9112, section 9.3.1). */
  #mayTryAgain(outgoing, error, content) {
    return error.code === 'ECONNRESET' && outgoing.reusedSocket && this.#incoming === null && !this.#ended &&
      content === null && this.#request.idempotent;
  }

  /** @returns {{ content: Uint8Array | AsyncIterable | null, length: number | null }} what is to be sent; a length of null is not known yet */
  #content() {
    const request = this.#request;
    let { body: content, contentLength: length } = request;
    if (isFormDataLike(content)) {
      const [{ stream, length: known }, type] = library('lib/web/fetch/body').extractBody(content);
      if (request.contentType === null) request.headers.push('content-type', type);
      content = stream;
      length = known;
    } else if (isBlobLike(content)) {
      if (request.contentType === null && content.type) request.headers.push('content-type', content.type);
      length = content.size;
      content = content.stream();
    } else if (isBuffer(content)) {
      if (length !== null && length !== content.byteLength) throw new errors.RequestContentLengthMismatchError();
      length = content.byteLength;
    } else if (isStream(content) && content[Symbol.asyncIterator] === undefined) {
      content = new (require('stream').Readable)().wrap(content);
    }
    if (content === null && length > 0) throw new errors.RequestContentLengthMismatchError();
    return { content, length };
  }

  /** The fields in the order in which Node's fetch sends them. */
  #fields(length, hasContent) {
    const { host, method, upgrade, reset, headers } = this.#request;
    const fields = ['host', host ?? this.#url.host];
    if (upgrade) fields.push('connection', 'upgrade', 'upgrade', upgrade);
    else fields.push('connection', (reset ?? (method === 'HEAD' || method === 'CONNECT')) ? 'close' : 'keep-alive');
    for (let i = 0; i < headers.length; i += 2) {
      for (const value of [headers[i + 1]].flat()) fields.push(headers[i], value);
    }
    if (hasContent && length === null) fields.push('transfer-encoding', 'chunked');
    else if (hasContent || WITH_CONTENT.has(method)) fields.push('content-length', String(length ?? 0));
    return fields;
  }

  /** Times what the connection does, and tells those who watch. */
  #useSocket(socket) {
    const request = this.#request;
    this.#socket?.removeListener('timeout', this.#onTimeout);
    this.#socket = socket;
    socket.setTimeout(request.headersTimeout ?? HEADERS_TIMEOUT);
    socket.on('timeout', this.#onTimeout);
    const onReady = () => {
      if (channels.sendHeaders.hasSubscribers) {
        channels.sendHeaders.publish({ request, headers: this.#outgoing._header, socket });
      }
    };
    if (socket.connecting) this.#watchConnecting(socket, onReady);
    else onReady();
  }

  #watchConnecting(socket, onReady) {
    const { protocol, host, hostname, port } = this.#url;
    const connectParams = { host, hostname, protocol, port, version: 'h1', servername: this.#request.servername, localAddress: null };
    if (channels.beforeConnect.hasSubscribers) channels.beforeConnect.publish({ connectParams, connector: this.#agent.createConnection });
    const clearTimer = setupConnectTimeout(new WeakRef(socket), { timeout: CONNECT_TIMEOUT, hostname, port });
    const onError = (error) => {
      if (channels.connectError.hasSubscribers) channels.connectError.publish({ error, connectParams, connector: this.#agent.createConnection });
    };
    socket.once('error', onError);
    socket.once('close', clearTimer);
    socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      clearTimer();
      socket.removeListener('close', clearTimer);
      socket.removeListener('error', onError);
      if (channels.connected.hasSubscribers) channels.connected.publish({ connectParams, connector: this.#agent.createConnection, socket });
      onReady();
    });
  }

  /** Nothing has moved on the connection. That is no fault of the other side while this one has nothing to send or does not read. */
  #onTimeout = () => {
    const socket = this.#socket;
    if (this.#incoming === null ? this.#writing && !this.#outgoing.writableNeedDrain : this.#incoming.isPaused()) {
      socket.setTimeout(socket.timeout);
      return;
    }
    this.#fail(this.#incoming === null ? new errors.HeadersTimeoutError() : new errors.BodyTimeoutError());
  };

  #writeWhole(content) {
    if (content === null) {
      this.#outgoing.end();
    } else {
      this.#outgoing.end(content);
      this.#request.onBodySent(content);
    }
    this.#request.onRequestSent();
  }

  /** Writes what an iterable gives, as fast as the connection takes it. */
  async #write(content, length) {
    const outgoing = this.#outgoing;
    this.#writing = true;
    let drained = null;
    const onDrain = () => drained?.resolve();
    outgoing.on('drain', onDrain);
    outgoing.on('close', onDrain);
    let written = 0;
    try {
      for await (const chunk of content) {
        if (this.#ended) return;
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        if (bytes.length === 0) continue;
        written += bytes.length;
        if (length !== null && written > length) throw new errors.RequestContentLengthMismatchError();
        const room = outgoing.write(bytes);
        this.#request.onBodySent(bytes);
        if (room) continue;
        drained = Promise.withResolvers();
        await drained.promise;
        if (this.#ended) return;
      }
      if (length !== null && written !== length) throw new errors.RequestContentLengthMismatchError();
      this.#writing = false;
      outgoing.end();
      this.#request.onRequestSent();
    } catch (error) {
      this.abort(error);
    }
  }

  #receive(incoming) {
    if (this.#ended) return;
    const request = this.#request;
    this.#incoming = incoming;
    this.#socket.setTimeout(request.bodyTimeout ?? BODY_TIMEOUT);
    incoming.on('data', (chunk) => {
      // What comes after an abort is thrown away.
      if (!this.#ended && request.onData(chunk) === false) incoming.pause();
    });
    incoming.on('end', () => this.#complete());
    incoming.on('error', (error) => this.#fail(this.#translated(error)));
    request.onResponseStarted();
    if (request.onHeaders(incoming.statusCode, incoming.rawHeaders, () => incoming.resume(), incoming.statusMessage) === false) incoming.pause();
  }

  #complete() {
    if (this.#ended) return;
    this.#end();
    // The other side has answered without waiting for the whole request: the rest of it will not be sent.
    if (this.#writing) this.#outgoing.destroy();
    this.#request.onComplete(this.#incoming.rawTrailers);
  }

  /** The connection leaves HTTP. */
  #handOver(incoming, socket, head) {
    const request = this.#request;
    if (this.#ended || (!request.upgrade && request.method !== 'CONNECT')) {
      this.#fail(new errors.SocketError('bad upgrade', getSocketInfo(socket)));
      socket.destroy();
      return;
    }
    this.#end();
    socket.setTimeout(0);
    if (head.length > 0) socket.unshift(head);
    try {
      request.onUpgrade(incoming.statusCode, incoming.rawHeaders, socket);
    } catch (error) {
      socket.destroy(error);
    }
  }

  #fail(error) {
    if (this.#isOver()) return;
    this.#end();
    this.#outgoing?.destroy();
    destroy(this.#request.body, error);
    this.#request.onError(error);
  }

  #isOver() {
    return this.#request.aborted || this.#request.completed;
  }

  #end() {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket?.removeListener('timeout', this.#onTimeout);
    this.#onEnd();
  }

  /** An error of the HTTP client as Node's fetch would have it. */
  #translated(error) {
    const { code = '' } = error;
    if (code === 'ECONNRESET' && error.syscall === undefined) {
      const incoming = this.#incoming;
      if (incoming !== null && !this.#outgoing.shouldKeepAlive && incoming.headers['content-length'] !== undefined) {
        return new errors.ResponseContentLengthMismatchError();
      }
      return new errors.SocketError('other side closed', this.#socket === null ? undefined : getSocketInfo(this.#socket));
    }
    if (code === 'ERR_PROXY_TUNNEL') return require('internal/fetch/proxies').tunnelError(error);
    if (code === 'HPE_HEADER_OVERFLOW') return new errors.HeadersOverflowError();
    if (code.startsWith('HPE_')) {
      return new errors.HTTPParserError(`Response does not match the HTTP/1.1 protocol (${error.reason})`, code.slice(4), error.rawPacket);
    }
    return error;
  }
}

module.exports = { Exchange };
