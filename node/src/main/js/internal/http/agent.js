'use strict';

/** Agent: keeps the client's connections, gives them to requests, and makes requests wait when there are too many. */

const EventEmitter = require('events');
const net = require('net');
const { debug } = require('internal/http/debug');
const { kOpensTunnel, kProxyConfig, kTunnel } = require('internal/http/symbols');

const kOnKeylog = Symbol('onkeylog');
const kRequestOptions = Symbol('requestOptions');
const kRequestScope = Symbol('requestScope');

const DEFAULT_KEEP_ALIVE_MSECS = 1000;
const DEFAULT_MAX_FREE_SOCKETS = 256;
const DEFAULT_TIMEOUT_BUFFER = 1000;
const GLOBAL_TIMEOUT = 5000;

/** A connection that waits for its next request must not fail unheard. */
function onFreeSocketError() {
  this.destroy();
  this.emit('agentRemove');
}

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  EventEmitter.call(this);
  this.options = { __proto__: null, ...options };
  this.defaultPort = this.options.defaultPort || 80;
  this.protocol = this.options.protocol || 'http:';
  if (this.options.noDelay === undefined) this.options.noDelay = true;
  // A path here is a URL's, and none of a Unix domain socket.
  this.options.path = null;
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || DEFAULT_KEEP_ALIVE_MSECS;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Agent.defaultMaxSockets;
  this.maxFreeSockets = this.options.maxFreeSockets || DEFAULT_MAX_FREE_SOCKETS;
  this.scheduling = this.options.scheduling || 'lifo';
  this.maxTotalSockets = this.options.maxTotalSockets;
  this.totalSocketCount = 0;
  const buffer = this.options.agentKeepAliveTimeoutBuffer;
  this.agentKeepAliveTimeoutBuffer = typeof buffer === 'number' && buffer >= 0 && Number.isFinite(buffer) ? buffer : DEFAULT_TIMEOUT_BUFFER;
  const { proxyEnv } = this.options;
  if (typeof proxyEnv === 'object' && proxyEnv !== null) this[kProxyConfig] = require('internal/http/proxy').proxyOf(proxyEnv, this.protocol);
  const { validateNumber, validateOneOf } = require('internal/validators');
  validateOneOf(this.scheduling, 'scheduling', ['fifo', 'lifo']);
  if (this.maxTotalSockets === undefined) this.maxTotalSockets = Infinity;
  else validateNumber(this.maxTotalSockets, 'maxTotalSockets', 1);
  this.on('free', onFree);
  // Keys are told only to those who ask for them.
  this.on('newListener', maybeEnableKeylog);
}
Object.setPrototypeOf(Agent.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Agent, EventEmitter);

Agent.defaultMaxSockets = Infinity;

const { prototype } = Agent;

function maybeEnableKeylog(eventName) {
  if (eventName !== 'keylog') return;
  this.removeListener('newListener', maybeEnableKeylog);
  const agent = this;
  this[kOnKeylog] = function onkeylog(keylog) {
    agent.emit('keylog', keylog, this);
  };
  for (const sockets of [...Object.values(this.sockets), ...Object.values(this.freeSockets)]) {
    for (const socket of sockets) socket.on('keylog', this[kOnKeylog]);
  }
}

/** A connection has done its request: the next one gets it, or it waits, or it is closed. `this` is the agent. */
function onFree(socket, options) {
  const name = knownName(this, options);
  debug('agent.on(free)', name);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const waiting = this.requests[name];
  if (waiting?.length > 0) {
    const req = waiting.shift();
    if (waiting.length === 0) delete this.requests[name];
    withScope(req, () => {
      resetHandle(socket);
      setRequestSocket(this, req, socket);
    });
    return;
  }
  const req = socket._httpMessage;
  if (!req || !req.shouldKeepAlive || !this.keepAlive) {
    socket.destroy();
    return;
  }
  const free = this.freeSockets[name] || [];
  const count = free.length + (this.sockets[name]?.length ?? 0);
  if (this.totalSocketCount > this.maxTotalSockets || count > this.maxSockets || free.length >= this.maxFreeSockets ||
      !this.keepSocketAlive(socket)) {
    socket.destroy();
    return;
  }
  this.freeSockets[name] = free;
  socket._httpMessage = null;
  this.removeSocket(socket, options);
  socket.once('error', onFreeSocketError);
  free.push(socket);
}

/** What happens on a connection happens for the request that it serves, also in the eyes of AsyncLocalStorage. */
function resetHandle(socket) {
  socket._handle?.asyncReset?.();
}

/** Runs something in the async context of a request that waited. */
function withScope(req, body) {
  const scope = req[kRequestScope];
  if (scope === undefined) {
    body();
    return;
  }
  req[kRequestScope] = undefined;
  scope.runInAsyncScope(body);
}

prototype.createConnection = function createConnection(...args) {
  const proxy = this[kProxyConfig];
  if (proxy) {
    const [options, callback] = net._normalizeArgs(args);
    if (proxy.shouldUseProxy(options)) return proxy.connect(callback);
  }
  return net.createConnection(...args);
};

/** The key of connections that can serve the same requests. */
function getName(options = {}) {
  let name = `${options.host || 'localhost'}:${options.port || ''}:${options.localAddress || ''}`;
  // Elsewhere the family is chosen by what the name resolves to.
  if (options.family === 4 || options.family === 6) name += `:${options.family}`;
  if (options.socketPath) name += `:${options.socketPath}`;
  return name;
}
prototype.getName = getName;

/** The key of connections that were made with these options. */
function knownName(agent, options) {
  return agent.getName === getName && options._agentKey !== undefined ? options._agentKey : agent.getName(options);
}

/** Whether the options of a request say all by themselves which connections can serve it. */
function isNamedByRequest(agent) {
  const { options } = agent;
  return agent.getName === getName && !('host' in options || 'port' in options || 'localAddress' in options ||
    'family' in options || 'socketPath' in options);
}

function fullOptions(agent, req, options) {
  const full = { __proto__: null, ...options, ...agent.options };
  if (full.socketPath) full.path = full.socketPath;
  if (!full.servername && full.servername !== '') full.servername = serverName(full, req);
  return full;
}

/** The name that TLS asks for: the Host field's, if there is one. Addresses are none. */
function serverName(options, req) {
  let name = options.host;
  const header = req.getHeader('host');
  if (header) {
    require('internal/validators').validateString(header, 'options.headers.host');
    if (header[0] === '[') {
      const end = header.indexOf(']');
      name = end === -1 ? header : header.slice(1, end);
    } else {
      name = header.split(':', 1)[0];
    }
  }
  return net.isIP(name) ? '' : name;
}

prototype.addRequest = function addRequest(req, options, port, localAddress) {
  // The old form: addRequest(req, host, port, localAddress).
  if (typeof options === 'string') options = { __proto__: null, host: options, port, localAddress };
  // Most requests need no more than a name: a connection waits for them.
  const named = isNamedByRequest(this);
  if (!named) options = fullOptions(this, req, options);
  const name = this.getName(options);
  this.sockets[name] ||= [];
  const free = this.freeSockets[name];
  let socket;
  if (free) {
    while (free.length > 0 && free[0].destroyed) free.shift();
    socket = this.scheduling === 'fifo' ? free.shift() : free.pop();
    if (free.length === 0) delete this.freeSockets[name];
  }
  const count = (free?.length ?? 0) + this.sockets[name].length;
  if (socket) {
    resetHandle(socket);
    this.reuseSocket(socket, req);
    setRequestSocket(this, req, socket);
    this.sockets[name].push(socket);
    return;
  }
  if (named) options = fullOptions(this, req, options);
  if (count < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
    this.createSocket(req, options, (error, created) => {
      if (error) refuse(req, error);
      else setRequestSocket(this, req, created);
    });
  } else {
    (this.requests[name] ||= []).push(req);
    req[kRequestOptions] = options;
    req[kRequestScope] = new (require('async_hooks').AsyncResource)('QueuedRequest');
  }
};

prototype.createSocket = function createSocket(req, options, cb) {
  options = fullOptions(this, req, options);
  // A host that is asked for by a socket's path would be looked up.
  const name = this.getName(options);
  options._agentKey = name;
  debug('createConnection', name);
  options.encoding = null;
  if (req.timeout) options.timeout = req.timeout;
  let created = false;
  let held;
  const oncreate = (error, socket) => {
    if (created) return;
    created = true;
    if (held !== undefined) req[kTunnel] = undefined;
    if (error) {
      cb(error);
      if (held === undefined) return;
      this.totalSocketCount--;
      this.removeSocket(held, options);
      return;
    }
    const sockets = this.sockets[name] ||= [];
    if (held === undefined) {
      sockets.push(socket);
      this.totalSocketCount++;
    } else {
      sockets[sockets.indexOf(held)] = socket;
    }
    installListeners(this, socket, options);
    cb(null, socket);
  };
  if (this.keepAlive) {
    options.keepAlive = this.keepAlive;
    options.keepAliveInitialDelay = this.keepAliveMsecs;
  }
  const socket = this.createConnection(options, oncreate);
  if (!socket?.[kOpensTunnel]) {
    if (socket) oncreate(null, socket);
    return;
  }
  // Until there is a connection to the server the one to the proxy has its place.
  req[kTunnel] = held = socket;
  (this.sockets[name] ||= []).push(held);
  this.totalSocketCount++;
};

function dequeue(agent, name, req) {
  const waiting = agent.requests[name] ?? [];
  const index = waiting.indexOf(req);
  if (index === -1) return;
  waiting.splice(index, 1);
  if (waiting.length === 0) delete agent.requests[name];
}

/** There will be no connection for a request. */
function refuse(req, error) {
  if (error.proxyTunnelTimeout !== undefined) req.emit('timeout');
  req.onSocket(null, error);
}

function installListeners(agent, socket, options) {
  function onSocketFree() {
    agent.emit('free', socket, options);
  }
  function onSocketClose() {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
  }
  // Only those that wait are closed: a request that takes long has its own timeout.
  function onSocketTimeout() {
    for (const sockets of Object.values(agent.freeSockets)) {
      if (sockets.includes(socket)) {
        socket.destroy();
        return;
      }
    }
  }
  /** The connection becomes another protocol's. */
  function onSocketRemove() {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
    socket.removeListener('close', onSocketClose);
    socket.removeListener('free', onSocketFree);
    socket.removeListener('timeout', onSocketTimeout);
    socket.removeListener('agentRemove', onSocketRemove);
  }
  socket.on('free', onSocketFree);
  socket.on('close', onSocketClose);
  socket.on('timeout', onSocketTimeout);
  socket.on('agentRemove', onSocketRemove);
  if (agent[kOnKeylog]) socket.on('keylog', agent[kOnKeylog]);
}

prototype.removeSocket = function removeSocket(socket, options) {
  const name = knownName(this, options);
  const sets = [this.sockets];
  // One that is gone may have been waiting.
  if (!socket.writable) sets.push(this.freeSockets);
  for (const sockets of sets) {
    const index = sockets[name]?.indexOf(socket) ?? -1;
    if (index === -1) continue;
    sockets[name].splice(index, 1);
    if (sockets[name].length === 0) delete sockets[name];
  }
  let req;
  if (this.requests[name]?.length > 0) {
    req = this.requests[name][0];
  } else {
    // There is room for one of another name now.
    for (const other of Object.keys(this.requests)) {
      if (this.sockets[other]?.length > 0) break;
      req = this.requests[other][0];
      options = req[kRequestOptions];
      break;
    }
  }
  if (!req || !options) return;
  req[kRequestOptions] = undefined;
  // The connection announces itself as free, and the request that waits longest gets it.
  this.createSocket(req, options, (error, created) => {
    if (!error) {
      created.emit('free');
      return;
    }
    dequeue(this, this.getName(options), req);
    refuse(req, error);
  });
};

prototype.keepSocketAlive = function keepSocketAlive(socket) {
  socket.setKeepAlive(true, this.keepAliveMsecs);
  socket.unref();
  let timeout = this.options.timeout || 0;
  let worthwhile = true;
  const hint = /^timeout=(\d+)/.exec(socket._httpMessage?.res?.headers['keep-alive'])?.[1];
  if (hint) {
    // Sooner than the server would, lest a request meets its end.
    const announced = Math.max(0, Number.parseInt(hint, 10) * 1000 - this.agentKeepAliveTimeoutBuffer);
    if (announced === 0) worthwhile = false;
    else if (announced < timeout) timeout = announced;
  }
  if (socket.timeout !== timeout) socket.setTimeout(timeout);
  return worthwhile;
};

prototype.reuseSocket = function reuseSocket(socket, req) {
  socket.removeListener('error', onFreeSocketError);
  req.reusedSocket = true;
  socket.ref();
};

prototype.destroy = function destroy() {
  for (const set of [this.freeSockets, this.sockets]) {
    for (const name of Object.keys(set)) {
      for (const socket of [...set[name]]) socket.destroy();
    }
  }
};

function setRequestSocket(agent, req, socket) {
  req.onSocket(socket);
  const timeout = agent.options.timeout || 0;
  if (req.timeout === undefined || req.timeout === timeout) return;
  socket.setTimeout(req.timeout);
}

/** The options of the agents of requests that bring none. */
function globalOptions() {
  const proxyEnv = require('internal/options').getOption('--use-env-proxy') ? require('internal/http/proxy').environment() : undefined;
  return { keepAlive: true, scheduling: 'lifo', timeout: GLOBAL_TIMEOUT, proxyEnv };
}

let shared;

function globalAgent() {
  return shared ??= new Agent(globalOptions());
}

function setGlobalAgent(agent) {
  shared = agent;
}

module.exports = { Agent, globalAgent, globalOptions, setGlobalAgent };
