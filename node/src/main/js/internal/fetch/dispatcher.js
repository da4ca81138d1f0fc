'use strict';

/** HttpDispatcher: what `fetch` and WebSocket send their requests with, over the HTTP client of `http` and `https`. */

const { library } = require('internal/fetch/library');

const DispatcherBase = library('lib/dispatcher/dispatcher-base');
const Request = library('lib/core/request');
const { InvalidArgumentError } = library('lib/core/errors');
const { kClose, kDestroy, kDispatch } = library('lib/core/symbols');
const { Exchange } = require('internal/fetch/exchange');

/** How long a connection waits for its next request, in milliseconds, and how much sooner than the server it gives up. */
const KEEP_ALIVE = 4000;
const KEEP_ALIVE_THRESHOLD = 2000;

class HttpDispatcher extends DispatcherBase {
  #agents = new Map();
  #exchanges = new Set();
  #idle = null;
  #proxies;

  /** @param {Proxies | null} proxies what requests go through */
  constructor(proxies = null) {
    super();
    this.#proxies = proxies;
  }

  /** @returns {boolean} true: there is always room for another request */
  [kDispatch](options, handler) {
    const url = originOf(options.origin);
    const request = new Request(url.origin, options, handler);
    const exchange = new Exchange(request, options, url, this.#agent(url), () => this.#ended(exchange));
    this.#exchanges.add(exchange);
    exchange.start();
    return true;
  }

  #agent(url) {
    const { protocol } = url;
    const proxy = this.#proxies?.of(url) ?? null;
    const key = proxy === null ? protocol : `${protocol} through a proxy`;
    let agent = this.#agents.get(key);
    if (agent === undefined) {
      const { Agent } = require(protocol.slice(0, -1));
      agent = new Agent({ keepAlive: true, timeout: KEEP_ALIVE, agentKeepAliveTimeoutBuffer: KEEP_ALIVE_THRESHOLD });
      if (proxy !== null) require('internal/fetch/proxies').tunnelThrough(agent, proxy);
      this.#agents.set(key, agent);
    }
    return agent;
  }

  #ended(exchange) {
    this.#exchanges.delete(exchange);
    if (this.#exchanges.size === 0) this.#idle?.resolve();
  }

  /** Waits until the requests that are under way have ended. */
  async [kClose]() {
    if (this.#exchanges.size === 0) return;
    this.#idle = Promise.withResolvers();
    await this.#idle.promise;
  }

  async [kDestroy](error) {
    for (const exchange of this.#exchanges) exchange.abort(error);
    for (const agent of this.#agents.values()) agent.destroy();
  }
}

/** @returns {URL} */
function originOf(origin) {
  if (typeof origin !== 'string' && !(origin instanceof URL) || origin === '') {
    throw new InvalidArgumentError('opts.origin must be a non-empty string or URL.');
  }
  const url = new URL(origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.');
  }
  return url;
}

module.exports = { HttpDispatcher };
