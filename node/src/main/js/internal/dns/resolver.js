'use strict';

/** Questions to name servers: `dns.Resolver`, and what it shares with the one of `dns/promises`. */

const errors = require('internal/errors');
const measure = require('internal/perf/measure');
const natives = binding('dns');
const { isIP } = require('internal/net/ip');
const { validateArray, validateFunction, validateInt32, validateString } = require('internal/validators');

const DEFAULT_PORT = 53;

/** Kind of question → the number of its record type. Source: RFC 1035 and its successors. */
const TYPES = {
  Any: 255, A: 1, Aaaa: 28, Caa: 257, Cname: 5, Mx: 15, Ns: 2, Tlsa: 52, Txt: 16, Srv: 33, Ptr: 12, Naptr: 35, Soa: 6,
};

/** Method → the kind of its question. */
const METHODS = {
  resolveAny: 'Any',
  resolve4: 'A',
  resolve6: 'Aaaa',
  resolveCaa: 'Caa',
  resolveCname: 'Cname',
  resolveMx: 'Mx',
  resolveNs: 'Ns',
  resolveTlsa: 'Tlsa',
  resolveTxt: 'Txt',
  resolveSrv: 'Srv',
  resolvePtr: 'Ptr',
  resolveNaptr: 'Naptr',
  resolveSoa: 'Soa',
};

/** A question under way, and how to tell of its answer. */
class QueryReqWrap {
  constructor(kind, hostname, settle, ttl) {
    this.bindingName = kind;
    this.hostname = hostname;
    this.settle = settle;
    this.ttl = ttl;
    this.began = measure.begin('dns');
  }
}

class ChannelWrap {
  constructor(timeout, tries, maxTimeout) {
    natives.attachChannel(this, timeout, tries, maxTimeout);
  }

  /** @returns {Array} of `[address, port]` */
  getServers() {
    return natives.getServers(this);
  }
}

natives.answers((request, code, values) => {
  const { bindingName, hostname, settle, ttl } = request;
  if (code !== null) {
    settle(errors.dnsException(code, bindingName, hostname));
    return;
  }
  const result = shaped(bindingName, values, ttl);
  measure.end(request.began, 'dns', bindingName, { host: hostname, ttl, result });
  settle(null, result);
});

/** The answer as its method gives it. */
function shaped(kind, values, ttl) {
  switch (kind) {
    case 'queryA':
    case 'queryAaaa':
      return ttl ? values : values.map(({ address }) => address);
    case 'querySoa':
      return values[0];
    case 'queryTlsa':
      return values.map(withArrayBuffer);
    case 'queryAny':
      return values.map((value) => (value.type === 'TLSA' ? withArrayBuffer(value) : value));
    default:
      return values;
  }
}

function withArrayBuffer(record) {
  return { ...record, data: record.data.buffer };
}

/** Asks. @param {Function} settle gets an error, or null and the answer @returns {QueryReqWrap} */
function ask(resolver, kind, name, ttl, settle) {
  const request = new QueryReqWrap(`query${kind}`, name, settle, ttl);
  natives.query(resolver._handle, request, name, TYPES[kind]);
  return request;
}

/** Asks for the names of an address. */
function askReverse(resolver, address, settle) {
  const request = new QueryReqWrap('getHostByAddr', address, settle, false);
  const errno = natives.reverse(resolver._handle, request, address);
  if (errno) throw errors.dnsException(errno, 'getHostByAddr', address);
  return request;
}

/** `[address, port]` of `address`, `address:port` or `[address]:port`. */
function parseServer(server) {
  if (isIP(server)) return [server, DEFAULT_PORT];
  const bracketed = /^\[([^[\]]*)\](?::(\d+))?/.exec(server);
  if (bracketed !== null && isIP(bracketed[1])) return [bracketed[1], Number(bracketed[2]) || DEFAULT_PORT];
  const split = /^(.+?)(?::(\d+))?$/.exec(server);
  if (split !== null && isIP(split[1])) return [split[1], Number(split[2] || DEFAULT_PORT)];
  throw new errors.ERR_INVALID_IP_ADDRESS(server);
}

function formatServer([address, port]) {
  if (port === DEFAULT_PORT) return address;
  return isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
}

function checkedTimeout(options) {
  const { timeout = -1 } = { ...options };
  validateInt32(timeout, 'options.timeout', -1);
  return timeout;
}

function checkedTries(options) {
  const { tries = 4 } = { ...options };
  validateInt32(tries, 'options.tries', 1);
  return tries;
}

function checkedMaxTimeout(options) {
  const { maxTimeout = 0 } = { ...options };
  require('internal/validators').validateUint32(maxTimeout, 'options.maxTimeout');
  return maxTimeout;
}

class ResolverBase {
  constructor(options = undefined) {
    const timeout = checkedTimeout(options);
    const tries = checkedTries(options);
    this._handle = new ChannelWrap(timeout, tries, checkedMaxTimeout(options));
  }

  cancel() {
    natives.cancel(this._handle);
  }

  getServers() {
    return (this._handle.getServers() || []).map(formatServer);
  }

  setServers(servers) {
    validateArray(servers, 'servers');
    const parsed = [];
    servers.forEach((server, index) => {
      validateString(server, `servers[${index}]`);
      parsed.push(parseServer(server));
    });
    if (!natives.setServers(this._handle, parsed)) {
      throw new errors.ERR_DNS_SET_SERVERS_FAILED('There are pending queries.', servers);
    }
  }

  setLocalAddress(ipv4, ipv6) {
    validateString(ipv4, 'ipv4');
    if (ipv6 !== undefined) validateString(ipv6, 'ipv6');
    const first = isIP(ipv4);
    const second = ipv6 === undefined ? 0 : isIP(ipv6);
    if (first === 0) throw new errors.ERR_INVALID_IP_ADDRESS(ipv4);
    if (ipv6 !== undefined && second === 0) throw new errors.ERR_INVALID_IP_ADDRESS(ipv6);
    if (first === second) throw new errors.ERR_INVALID_ARG_VALUE('ipv6', ipv6, 'must be of the other family than ipv4');
    const [v4, v6] = first === 4 ? [ipv4, ipv6] : [ipv6, ipv4];
    natives.setLocalAddress(this._handle, v4, v6);
  }
}

/** `dns.Resolver`: answers to callbacks. */
class Resolver extends ResolverBase {}

for (const [method, kind] of Object.entries(METHODS)) {
  const query = { [`query${kind}`](name, callback) {
    let options;
    if (arguments.length > 2) {
      options = callback;
      callback = arguments[2];
    }
    validateString(name, 'name');
    validateFunction(callback, 'callback');
    return ask(this, kind, name, Boolean(options?.ttl), callback);
  } }[`query${kind}`];
  Resolver.prototype[method] = query;
}

Resolver.prototype.reverse = { getHostByAddr(name, callback) {
  validateString(name, 'name');
  validateFunction(callback, 'callback');
  return askReverse(this, name, callback);
} }.getHostByAddr;

/** Record type, as `resolve` takes it → the method that asks for it. */
const METHOD_OF_TYPE = new Map(Object.keys(METHODS).map((method) => [METHODS[method].toUpperCase(), method]));

/** @returns {string} the method for a record type */
function methodOf(rrtype) {
  const method = METHOD_OF_TYPE.get(rrtype);
  if (method === undefined) throw new errors.ERR_INVALID_ARG_VALUE('rrtype', rrtype);
  return method;
}

Resolver.prototype.resolve = function resolve(hostname, rrtype, callback) {
  if (typeof rrtype === 'function') {
    callback = rrtype;
    rrtype = 'A';
  } else if (typeof rrtype !== 'string') {
    throw new errors.ERR_INVALID_ARG_TYPE('rrtype', 'string', rrtype);
  }
  return this[methodOf(rrtype)](hostname, callback);
};

/** The resolvers behind the modules' own functions; `setServers` replaces them. */
const current = { resolver: undefined, promises: undefined };

function defaultResolver() {
  return current.resolver ??= new Resolver();
}

function setServers(servers) {
  const resolver = new Resolver();
  resolver.setServers(servers);
  current.resolver = resolver;
  if (current.promises !== undefined) require('internal/dns/promises').replaceDefault();
}

module.exports = { METHODS, Resolver, ResolverBase, ask, askReverse, current, defaultResolver, methodOf, setServers };
