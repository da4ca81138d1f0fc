'use strict';

/** `node:dns`: names and addresses, by the system's resolver (`lookup`) or by asking name servers (`resolve` and the rest). */

const { defineLazy } = require('internal/lazy_property');
const { getDefaultResultOrder, lookup, lookupService, setDefaultResultOrder } = require('internal/dns/lookup');
const CODES = require('internal/dns/codes');
const { ADDRCONFIG, ALL, V4MAPPED } = binding('dns');

/** Methods of a resolver that the module has too, on the resolver of its own. */
const METHODS = [
  'getServers', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCaa', 'resolveCname', 'resolveMx', 'resolveNaptr', 'resolveNs',
  'resolvePtr', 'resolveSoa', 'resolveSrv', 'resolveTlsa', 'resolveTxt', 'reverse',
];

const dns = module.exports = { lookup, lookupService };

defineLazy(dns, 'Resolver', true, () => require('internal/dns/resolver').Resolver);
dns.getDefaultResultOrder = getDefaultResultOrder;
dns.setDefaultResultOrder = setDefaultResultOrder;
dns.setServers = function setServers(servers) {
  require('internal/dns/resolver').setServers(servers);
};
Object.assign(dns, { ADDRCONFIG, ALL, V4MAPPED });
Object.assign(dns, CODES);

for (const method of METHODS) {
  dns[method] = { [method](...args) {
    return require('internal/dns/resolver').defaultResolver()[method](...args);
  } }[method];
}

defineLazy(dns, 'promises', true, () => require('internal/dns/promises').promises);
