'use strict';

/** The proxies that requests of `fetch` go through: those of the environment variables, by the rules of undici's EnvHttpProxyAgent. */

const { environment, proxyOf } = require('internal/http/proxy');
const { endpointOf, openTunnel } = require('internal/http/tunnel');
const { library } = require('internal/fetch/library');

const errors = library('lib/core/errors');

/** How long a tunnel may take, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

class Proxies {
  #plain;
  #secure;
  #bypassed;

  constructor(env = environment()) {
    this.#plain = proxyOf(env, 'http:');
    this.#secure = proxyOf(env, 'https:') ?? this.#plain;
    this.#bypassed = (env.no_proxy ?? env.NO_PROXY ?? '').toLowerCase().split(/[,\s]+/).filter((entry) => entry !== '').map((entry) => {
      const [, name, port = ''] = /^(.+?)(?::(\d+))?$/.exec(entry);
      return { name, port };
    });
  }

  /** @param {URL} url of a request @returns {ProxyConfig | null} */
  of({ protocol, hostname, port }) {
    const isSecure = protocol === 'https:';
    const proxy = isSecure ? this.#secure : this.#plain;
    if (proxy === null) return null;
    if (port === '') port = isSecure ? '443' : '80';
    const isBypassed = this.#bypassed.some((entry) => (entry.port === '' || entry.port === port) && covers(entry.name, hostname));
    return isBypassed ? null : proxy;
  }
}

/** Whether a name of NO_PROXY is a host's, or the end of it. */
function covers(name, hostname) {
  return name[0] === '*' || name[0] === '.' ? hostname.endsWith(name.replace(/^\*/, '')) : name === hostname;
}

/** Makes an agent reach servers through a proxy. What isn't encrypted goes through tunnels too. */
function tunnelThrough(agent, proxy) {
  const connect = agent.createConnection;
  agent.createConnection = (options, callback) => {
    const endpoint = endpointOf(options);
    const host = Number(options.port) === agent.defaultPort ? endpoint.slice(0, endpoint.lastIndexOf(':')) : endpoint;
    const fields = [['host', host], ['connection', 'close'], ['proxy-connection', 'keep-alive']];
    if (proxy.authorization() !== undefined) fields.splice(2, 0, ['proxy-authorization', proxy.authorization()]);
    return openTunnel(proxy, endpoint, fields, CONNECT_TIMEOUT, (error, tunnel) => {
      if (error) callback(error);
      else callback(null, agent.protocol === 'https:' ? connect.call(agent, { ...options, socket: tunnel }) : tunnel);
    });
  };
  return agent;
}

/** ERR_PROXY_TUNNEL as `fetch` has it. */
function tunnelError({ message, proxyTunnelTimeout, statusCode }) {
  if (proxyTunnelTimeout !== undefined) return new errors.ConnectTimeoutError(message);
  if (statusCode === undefined) return new errors.SocketError('other side closed');
  if (Number.isNaN(statusCode)) return new errors.HTTPParserError('Response does not match the HTTP/1.1 protocol');
  return new errors.RequestAbortedError(`Proxy response (${statusCode}) !== 200 when HTTP Tunneling`);
}

module.exports = { Proxies, tunnelError, tunnelThrough };
