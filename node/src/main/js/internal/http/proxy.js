'use strict';

/** The proxies that environment variables name, and which requests go through them. Node's documentation: https://nodejs.org/api/http.html#built-in-proxy-support */

const { isIPv4 } = require('net');

const VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];

const DEFAULT_PORTS = { '__proto__': null, 'http:': 80, 'https:': 443 };

/** One proxy. Its credentials are kept where nothing prints them. */
class ProxyConfig {
  #authorization;

  /** @param {string} address `http://` or `https://`, with the credentials @param {string} noProxy hosts that are reached without it */
  constructor(address, noProxy) {
    const url = /[\r\n]/.test(address) ? null : URL.parse(address);
    if (url === null) throw new (require('internal/errors').ERR_PROXY_INVALID_CONFIG)(`Invalid proxy URL: ${withoutCredentials(address)}`);
    const { hostname, password, port, protocol, username } = url;
    this.href = withoutCredentials(address);
    this.protocol = protocol;
    this.bypassList = noProxy ? noProxy.split(',').map(bypassed) : [];
    this.proxyConnectionOptions = {
      host: hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
      port: port === '' ? DEFAULT_PORTS[protocol] : Number(port),
    };
    if (username === '' && password === '') return;
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    this.#authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  }

  /** The value of Proxy-Authorization, or undefined. */
  authorization() {
    return this.#authorization;
  }

  /** Whether requests with these options of a connection go through it. */
  shouldUseProxy({ host = 'localhost', port, socketPath }) {
    if (socketPath) return false;
    if (host[0] === '[') host = host.slice(1, -1);
    host = host.toLowerCase();
    return !this.bypassList.some((entry) => covers(entry, host, port));
  }

  /** Connects to the proxy itself. @returns {net.Socket} @param {Function} [onConnect] when bytes can be sent */
  connect(onConnect) {
    const { connect } = require(this.protocol === 'https:' ? 'tls' : 'net');
    return connect({ ...this.proxyConnectionOptions }, onConnect);
  }
}

function withoutCredentials(address) {
  return address.replace(/\/\/.*@/s, '//');
}

/** An entry of NO_PROXY as it is compared. */
function bypassed(entry) {
  return entry.trim().toLowerCase().replace(/^\[(.*)\]/, '$1');
}

/** Whether an entry of NO_PROXY is for a host: all of them, its name with or without the port, the end of its name, or a range of addresses. */
function covers(entry, host, port) {
  if (entry === '*' || entry === host || entry === `${host}:${port}`) return true;
  if (entry[0] === '.' || entry.startsWith('*.')) return host.endsWith(entry.slice(1));
  const ends = entry.split('-').map((end) => end.trim());
  if (ends.length !== 2 || ![host, ...ends].every(isIPv4)) return false;
  const address = numberOf(host);
  return numberOf(ends[0]) <= address && address <= numberOf(ends[1]);
}

/** An IPv4 address as a number. */
function numberOf(address) {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/**
 * @param {object} env environment variables; the names in small letters come first
 * @param {string} protocol of the requests, `http:` or `https:`
 * @returns {ProxyConfig | null} null if there is none for them
 */
function proxyOf(env, protocol) {
  const name = protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const address = env[name] || env[name.toUpperCase()];
  if (!address) return null;
  require('internal/validators').validateString(address, `proxyEnv.${env[name] ? name : name.toUpperCase()}`);
  return /^https?:\/\//.test(address) ? new ProxyConfig(address, env.no_proxy || env.NO_PROXY) : null;
}

/** The variables that global agents go by, as they are now. */
function environment() {
  return Object.assign({ __proto__: null }, ...VARIABLES.map((name) => ({ [name]: process.env[name] })));
}

/** At the start of a program: a proxy that nobody can use ends it. */
function checkEnvironment() {
  const env = environment();
  for (const address of [env.http_proxy || env.HTTP_PROXY, env.https_proxy || env.HTTPS_PROXY]) {
    if (!address) continue;
    const url = URL.parse(address);
    if (url === null) throw new (require('internal/errors').ERR_INVALID_URL)(withoutCredentials(address));
    if (DEFAULT_PORTS[url.protocol] !== undefined) continue;
    const { InvalidArgumentError } = require('internal/fetch/library').library('lib/core/errors');
    throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.');
  }
}

/**
 * Gives a request the form that a proxy takes (RFC 9112, section 3.2.2): its path becomes a whole URL.
 * @param {string} host the Host field, or what would stand there @param {number | string} port of the server
 * @returns {object} the fields for the proxy
 */
function addressToProxy(req, proxy, host, port) {
  if (req.method !== 'CONNECT' && !/^https?:\/\//i.test(req.path)) {
    const server = new URL(`http://${host}`);
    server.port = port;
    req.path = server.origin + (req.path[0] === '/' ? '' : '/') + req.path;
  }
  const fields = {};
  const authorization = proxy.authorization();
  if (authorization !== undefined) fields['proxy-authorization'] = authorization;
  fields['proxy-connection'] = req.shouldKeepAlive ? 'keep-alive' : 'close';
  return fields;
}

module.exports = { addressToProxy, checkEnvironment, environment, proxyOf };
