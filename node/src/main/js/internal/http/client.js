'use strict';

/** ClientRequest: one request to a server. What happens on its connection is in `client_connection`. */

const { OutgoingMessage, kOutHeaders } = require('internal/http/outgoing');
const { kUniqueHeaders, parseUniqueHeadersOption } = require('internal/http/fields');
const { kProxyConfig, kTunnel } = require('internal/http/symbols');
const { assign, fail } = require('internal/http/client_connection');
const { isWatched } = require('internal/net/channels');

const TIMEOUT_MAX = 0x7fffffff;
const BODYLESS = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);
const INVALID_PATH = /[^\u0021-\u00ff]/;

const kError = Symbol('kError');
/** An option: the method as it is to be sent. `http.request` sends capitals whatever it is given, fetch does not. */
const exactMethod = Symbol('exactMethod');

function checkedHost(host, name) {
  if (host !== null && host !== undefined && typeof host !== 'string') {
    throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)(`options.${name}`, ['string', 'undefined', 'null'], host);
  }
  return host;
}

/** A timeout in whole milliseconds that a timer can wait. */
function duration(msecs, name) {
  require('internal/validators').validateNumber(msecs, name);
  if (msecs < 0 || !Number.isFinite(msecs)) {
    throw new (require('internal/errors').ERR_OUT_OF_RANGE)(name, 'a non-negative finite number', msecs);
  }
  if (msecs <= TIMEOUT_MAX) return msecs;
  process.emitWarning(`${msecs} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${TIMEOUT_MAX}.`,
    'TimeoutOverflowWarning');
  return TIMEOUT_MAX;
}

/** @returns {{ options: object, callback: Function }} of (url[, options][, callback]) or (options[, callback]) */
function argumentsOf(input, options, callback) {
  if (typeof input === 'string') {
    input = require('url').urlToHttpOptions(new URL(input));
  } else if (input instanceof URL) {
    input = require('url').urlToHttpOptions(input);
  } else {
    callback = options;
    options = input;
    input = null;
  }
  if (typeof options === 'function') return { options: input || {}, callback: options };
  return { options: Object.assign(input || {}, options), callback };
}

function agentOf(options, defaultAgent) {
  const { agent } = options;
  if (agent === false) return new defaultAgent.constructor();
  if (agent === null || agent === undefined) return typeof options.createConnection === 'function' ? agent : defaultAgent;
  if (typeof agent.addRequest !== 'function') {
    throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
  }
  return agent;
}

function methodOf(method) {
  if (method !== null && method !== undefined && typeof method !== 'string') {
    throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)('options.method', 'string', method);
  }
  if (!method) return 'GET';
  if (!require('internal/http/fields').checkIsHttpToken(method)) {
    throw new (require('internal/errors').ERR_INVALID_HTTP_TOKEN)('Method', method);
  }
  return method.toUpperCase();
}

function ClientRequest(input, options, cb) {
  OutgoingMessage.call(this);
  ({ options, callback: cb } = argumentsOf(input, options, cb));
  const { validateBoolean, validateInteger } = require('internal/validators');
  const errors = require('internal/errors');

  const defaultAgent = options._defaultAgent || require('internal/http/agent').globalAgent();
  const agent = this.agent = agentOf(options, defaultAgent);
  const protocol = options.protocol || defaultAgent.protocol;
  const expected = agent?.protocol || defaultAgent.protocol;
  if (options.path && INVALID_PATH.test(String(options.path))) throw new errors.ERR_UNESCAPED_CHARACTERS('Request path');
  if (protocol !== expected) throw new errors.ERR_INVALID_PROTOCOL(protocol, expected);

  const defaultPort = options.defaultPort || agent?.defaultPort;
  const port = options.port = options.port || defaultPort || 80;
  const host = options.host = checkedHost(options.hostname, 'hostname') || checkedHost(options.host, 'host') || 'localhost';
  const defaultHeaders = options.setDefaultHeaders !== undefined ? Boolean(options.setDefaultHeaders) : true;
  const setHost = options.setHost !== undefined ? Boolean(options.setHost) : defaultHeaders;
  if (!defaultHeaders) this._removedConnection = this._removedContLen = this._removedTE = true;

  this.socketPath = options.socketPath;
  if (options.timeout !== undefined) this.timeout = duration(options.timeout, 'timeout');
  if (options.signal) require('internal/streams/add_abort_signal').addAbortSignal(options.signal, this);
  this.method = options[exactMethod] ?? methodOf(options.method);
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, 'maxHeaderSize', 0);
  this.maxHeaderSize = options.maxHeaderSize;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, 'options.insecureHTTPParser');
  this.insecureHTTPParser = options.insecureHTTPParser;
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  this.joinDuplicateHeaders = options.joinDuplicateHeaders;
  this.path = options.path || '/';
  if (cb) this.once('response', cb);
  this.useChunkedEncodingByDefault = !BODYLESS.has(this.method);

  this._ended = false;
  this.res = null;
  this.aborted = false;
  this.timeoutCb = null;
  this.upgradeOrConnect = false;
  this.parser = null;
  this.maxHeadersCount = null;
  this.reusedSocket = false;
  this.host = host;
  this.protocol = protocol;
  if (agent && !agent.keepAlive && !Number.isFinite(agent.maxSockets)) {
    // The agent would not use the connection again.
    this._last = true;
    this.shouldKeepAlive = false;
  }
  this[kUniqueHeaders] = parseUniqueHeadersOption(options.uniqueHeaders);
  const proxy = agent?.[kProxyConfig];
  const toProxy = proxy && protocol === 'http:' && proxy.shouldUseProxy(options) ?
    (hostField) => require('internal/http/proxy').addressToProxy(this, proxy, hostField ?? bracketed(host), port) : undefined;
  if (Array.isArray(options.headers)) storeFields(this, options.headers, toProxy);
  else setFields(this, options, host, port, defaultPort, setHost, toProxy);
  if (isWatched()) require('internal/http/watched').clientRequestCreated(this);
  connect(this, options);
}
Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage);

const { prototype } = ClientRequest;

function firstLine(req) {
  return req.method + ' ' + req.path + ' HTTP/1.1\r\n';
}

/** An IPv6 address has brackets around it. */
function bracketed(host) {
  const isAddress = host.includes(':') && host.includes(':', host.indexOf(':') + 1) && host[0] !== '[';
  return isAddress ? `[${host}]` : host;
}

/** The fields as they are, names and values in turn or in pairs. @param {Function | undefined} toProxy see `addressToProxy` */
function storeFields(req, fields, toProxy) {
  if (toProxy !== undefined) {
    const pairs = Array.isArray(fields[0]) ? fields : Array.from({ length: fields.length / 2 }, (_, i) => fields.slice(2 * i, 2 * i + 2));
    const host = pairs.find(([name]) => String(name).toLowerCase() === 'host')?.[1];
    fields = [...pairs, ...Object.entries(toProxy(host))];
  }
  req._storeHeader(firstLine(req), fields);
}

function setFields(req, options, host, port, defaultPort, setHost, toProxy) {
  if (options.headers) {
    for (const name of Object.keys(options.headers)) req.setHeader(name, options.headers[name]);
  }
  if (host && setHost && !req.getHeader('host')) {
    const name = bracketed(host);
    req.setHeader('Host', port && +port !== defaultPort ? `${name}:${port}` : name);
  }
  if (options.auth && !req.getHeader('Authorization')) {
    req.setHeader('Authorization', 'Basic ' + Buffer.from(options.auth).toString('base64'));
  }
  if (toProxy !== undefined) {
    const fields = toProxy(req.getHeader('host'));
    for (const name of Object.keys(fields)) req.setHeader(name, fields[name]);
  }
  if (req.getHeader('expect')) {
    if (req._header) throw new (require('internal/errors').ERR_HTTP_HEADERS_SENT)('render');
    req._storeHeader(firstLine(req), req[kOutHeaders]);
  }
}

/** Asks for a connection: of the agent, of the program, or a new one. */
function connect(req, options) {
  let own = options;
  if (options.signal) {
    // It ends the request, not the connection.
    own = { ...options };
    delete own.signal;
  }
  if (req.agent) {
    req.agent.addRequest(req, own);
    return;
  }
  if (own.socketPath) own.path = own.socketPath;
  else if (own.path) own.path = undefined;
  req._last = true;
  req.shouldKeepAlive = false;
  if (typeof own.createConnection !== 'function') {
    req.onSocket(require('net').createConnection(own));
    return;
  }
  let done = false;
  const oncreate = (error, socket) => {
    if (done) return;
    done = true;
    if (error) process.nextTick(() => req.emit('error', error));
    else req.onSocket(socket);
  };
  try {
    const socket = own.createConnection(own, oncreate);
    if (socket) oncreate(null, socket);
  } catch (error) {
    oncreate(error);
  }
}

prototype._finish = function _finish() {
  OutgoingMessage.prototype._finish.call(this);
  if (isWatched()) require('internal/http/watched').clientRequestStarted(this);
};

prototype._implicitHeader = function _implicitHeader() {
  if (this._header) throw new (require('internal/errors').ERR_HTTP_HEADERS_SENT)('render');
  this._storeHeader(firstLine(this), this[kOutHeaders]);
};

prototype.abort = function abort() {
  if (this.aborted) return;
  this.aborted = true;
  process.nextTick(emitAbort, this);
  this.destroy();
};

function emitAbort(req) {
  req.emit('abort');
}

prototype.destroy = function destroy(err) {
  if (this.destroyed) return this;
  this.destroyed = true;
  // Nobody cares for what is still to come.
  this.res?._dump();
  this[kError] = err;
  (this.socket ?? this[kTunnel])?.destroy(err);
  return this;
};

prototype.onSocket = function onSocket(socket, err) {
  process.nextTick(useSocket, this, socket, err);
};

function useSocket(req, socket, err) {
  if (!req.destroyed && !err) {
    assign(req, socket);
    req._flush();
    return;
  }
  if (socket) {
    if (!err && req.agent && !socket.destroyed) {
      socket.emit('free');
    } else {
      const { eos } = require('internal/streams/end_of_stream');
      eos(socket.destroy(err || req[kError]), (error) => {
        if (error?.code === 'ERR_STREAM_PREMATURE_CLOSE') error = null;
        close(req, error || err);
      });
      return;
    }
  }
  close(req, err || req[kError]);
}

/** The end of a request that never had a connection. */
function close(req, err) {
  req.destroyed = true;
  if (!req.aborted && !err) err = new (require('internal/errors').ConnResetException)('socket hang up');
  if (err) fail(req, err);
  req._closed = true;
  req.emit('close');
}

prototype._deferToConnect = function _deferToConnect(method, args) {
  const call = () => {
    if (method) this.socket[method](...args);
  };
  const onSocket = () => {
    if (this.socket.writable) call();
    else this.socket.once('connect', call);
  };
  if (!this.socket) this.once('socket', onSocket);
  else onSocket();
};

prototype.setTimeout = function setTimeout(msecs, callback) {
  if (this._ended) return this;
  require('internal/http/client_connection').listenForTimeout(this);
  msecs = duration(msecs, 'msecs');
  if (callback) this.once('timeout', callback);
  if (this.socket) setSocketTimeout(this.socket, msecs);
  else this.once('socket', (socket) => setSocketTimeout(socket, msecs));
  return this;
};

function setSocketTimeout(socket, msecs) {
  if (socket.connecting) socket.once('connect', () => socket.setTimeout(msecs));
  else socket.setTimeout(msecs);
}

prototype.setNoDelay = function setNoDelay(noDelay) {
  this._deferToConnect('setNoDelay', [noDelay]);
};

prototype.setSocketKeepAlive = function setSocketKeepAlive(enable, initialDelay) {
  this._deferToConnect('setKeepAlive', [enable, initialDelay]);
};

prototype.clearTimeout = function clearTimeout(cb) {
  this.setTimeout(0, cb);
};

module.exports = { ClientRequest, exactMethod };
