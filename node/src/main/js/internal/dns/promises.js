'use strict';

/** `node:dns/promises`. */

const errors = require('internal/errors');
const { isIP } = require('internal/net/ip');
const {
  ask: askSystem, askNames, checkedOptions, entry, getDefaultResultOrder, known, setDefaultResultOrder,
} = require('internal/dns/lookup');
const CODES = require('internal/dns/codes');
const { METHODS, ResolverBase, ask, askReverse, current, defaultResolver, methodOf, setServers } = require('internal/dns/resolver');
const { validateOneOf, validatePort, validateString } = require('internal/validators');

function lookup(hostname, options) {
  if (hostname) validateString(hostname, 'hostname');
  if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'number') {
    validateOneOf(options, 'options', ['integer', 'object']);
  }
  const checked = checkedOptions(options);
  const { all, family } = checked;
  const answer = known(hostname, family);
  if (answer !== undefined) {
    return Promise.resolve(all ? (answer.address === null ? [] : [answer]) : answer);
  }
  return new Promise((resolve, reject) => {
    askSystem(hostname, checked, (error, addresses) => {
      if (error) reject(error);
      else if (all) resolve(addresses.map(entry));
      else resolve({ address: addresses[0], family: family || isIP(addresses[0]) });
    });
  });
}

function lookupService(address, port) {
  if (arguments.length !== 2) throw new errors.ERR_MISSING_ARGS('address', 'port');
  if (typeof address !== 'string' || isIP(address) === 0) throw new errors.ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
  return new Promise((resolve, reject) => {
    askNames(address, +port, (error, hostname, service) => {
      if (error) reject(error);
      else resolve({ hostname, service });
    });
  });
}

/** `dns.promises.Resolver`: answers by promises. */
class Resolver extends ResolverBase {}

function promised(begin) {
  return new Promise((resolve, reject) => {
    begin((error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

for (const [method, kind] of Object.entries(METHODS)) {
  Resolver.prototype[method] = { [`query${kind}`](name, options) {
    validateString(name, 'name');
    return promised((settle) => ask(this, kind, name, Boolean(options?.ttl), settle));
  } }[`query${kind}`];
}

Resolver.prototype.reverse = { getHostByAddr(name) {
  validateString(name, 'name');
  return promised((settle) => askReverse(this, name, settle));
} }.getHostByAddr;

Resolver.prototype.resolve = function resolve(hostname, rrtype = 'A') {
  validateString(rrtype, 'rrtype');
  return this[methodOf(rrtype)](hostname);
};

/** A resolver on the servers of the module's own. */
function replaceDefault() {
  current.promises = new Resolver();
  current.promises.setServers(defaultResolver().getServers());
}

const promises = { lookup, lookupService, Resolver, getDefaultResultOrder, setDefaultResultOrder, setServers, ...CODES };

promises.getServers = function getServers() {
  return defaultResolver().getServers();
};

for (const method of ['resolve', ...Object.keys(METHODS), 'reverse']) {
  promises[method] = { [method](...args) {
    if (current.promises === undefined) replaceDefault();
    return current.promises[method](...args);
  } }[method];
}

module.exports = { promises, replaceDefault };
