'use strict';

/** The Agent of HTTPS: connections are kept by what they were secured with, and sessions are resumed. */

const { Agent: HttpAgent } = require('http');
const { kProxyConfig } = require('internal/http/symbols');

const MOST_SESSIONS = 100;

/** The options that tell connections apart, behind those of HTTP, in the order that names have them. */
const NAMED = ['ca', 'cert', 'clientCertEngine', 'ciphers', 'key', 'pfx', 'rejectUnauthorized', 'servername', 'minVersion', 'maxVersion',
  'secureProtocol', 'crl', 'honorCipherOrder', 'ecdhCurve', 'dhparam', 'secureOptions', 'sessionIdContext', 'sigalgs',
  'privateKeyIdentifier', 'privateKeyEngine'];

/** Those that count when they are there, even when they are false. */
const COUNT_IF_DEFINED = new Set(['rejectUnauthorized', 'honorCipherOrder', 'secureOptions']);

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  options = { __proto__: null, ...options };
  options.defaultPort ??= 443;
  options.protocol ??= 'https:';
  HttpAgent.call(this, options);
  this.maxCachedSessions = this.options.maxCachedSessions;
  this.maxCachedSessions ??= MOST_SESSIONS;
  this._sessionCache = { map: {}, list: [] };
}
Object.setPrototypeOf(Agent.prototype, HttpAgent.prototype);
Object.setPrototypeOf(Agent, HttpAgent);

/** `(options[, callback])` or `(port[, host][, options])`. */
Agent.prototype.createConnection = function createConnection(...args) {
  let options = {};
  if (args[0] !== null && typeof args[0] === 'object') options = { ...args[0] };
  else if (args[1] !== null && typeof args[1] === 'object') options = { ...args[1] };
  else if (args[2] !== null && typeof args[2] === 'object') options = { ...args[2] };
  if (typeof args[0] === 'number') options.port = args[0];
  if (typeof args[1] === 'string') options.host = args[1];
  const proxy = this[kProxyConfig];
  if (!proxy?.shouldUseProxy(options)) return secure(this, options);
  const callback = args.at(-1);
  require('internal/validators').validateFunction(callback, 'callback');
  const { endpointOf, openTunnel } = require('internal/http/tunnel');
  const endpoint = endpointOf(options);
  const fields = [['host', endpoint]];
  if (this.keepAlive || this.maxSockets !== Infinity) fields.unshift(['proxy-connection', 'keep-alive']);
  if (proxy.authorization() !== undefined) fields.unshift(['proxy-authorization', proxy.authorization()]);
  return openTunnel(proxy, endpoint, fields, options.timeout, (error, tunnel) => {
    if (error) callback(error);
    else callback(null, secure(this, { ...options, socket: tunnel }));
  });
};

/** Begins TLS, with the last session of such a connection. */
function secure(agent, options) {
  const key = options._agentKey;
  if (!key) return require('tls').connect(options);
  const session = agent._getSession(key);
  const socket = require('tls').connect(session ? { session, ...options } : options);
  socket.on('session', (received) => agent._cacheSession(key, received));
  // A session that has failed is not to be tried again.
  socket.once('close', (hadError) => {
    if (hadError) agent._evictSession(key);
  });
  return socket;
}

Agent.prototype.getName = function getName(options = {}) {
  let name = HttpAgent.prototype.getName.call(this, options);
  for (const option of NAMED) {
    const value = options[option];
    name += ':';
    if (option === 'servername' ? value && value !== options.host : COUNT_IF_DEFINED.has(option) ? value !== undefined : value) {
      name += option === 'sigalgs' ? JSON.stringify(value) : value;
    }
  }
  return name;
};

Agent.prototype._getSession = function _getSession(key) {
  return this._sessionCache.map[key];
};

Agent.prototype._cacheSession = function _cacheSession(key, session) {
  if (this.maxCachedSessions === 0) return;
  const { list, map } = this._sessionCache;
  if (map[key]) {
    map[key] = session;
    return;
  }
  if (list.length >= this.maxCachedSessions) delete map[list.shift()];
  list.push(key);
  map[key] = session;
};

Agent.prototype._evictSession = function _evictSession(key) {
  const { list, map } = this._sessionCache;
  const index = list.indexOf(key);
  if (index === -1) return;
  list.splice(index, 1);
  delete map[key];
};

module.exports = { Agent };
