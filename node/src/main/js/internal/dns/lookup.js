'use strict';

/** Look-ups by the system's resolver, as other programs of the machine do them: `dns.lookup` and `dns.lookupService`. */

const errors = require('internal/errors');
const measure = require('internal/perf/measure');
const natives = binding('dns');
const { isIP } = require('internal/net/ip');
const { getOption } = require('internal/options');

const { ADDRCONFIG, ALL, V4MAPPED } = natives;
const FAMILIES = [0, 4, 6];
const ORDERS = ['verbatim', 'ipv4first', 'ipv6first'];

let defaultOrder = getOption('--dns-result-order') || 'verbatim';

function setDefaultResultOrder(order) {
  require('internal/validators').validateOneOf(order, 'dnsOrder', ORDERS);
  defaultOrder = order;
}

function getDefaultResultOrder() {
  return defaultOrder;
}

/** A request under way: what `dns.lookup` returns. */
class GetAddrInfoReqWrap {
  constructor(callback, hostname, family) {
    this.callback = callback;
    this.family = family;
    this.hostname = hostname;
  }
}

class GetNameInfoReqWrap {
  constructor(callback, hostname, port) {
    this.callback = callback;
    this.hostname = hostname;
    this.port = port;
  }
}

function given(value) {
  return value !== undefined && value !== null;
}

/** `{ family, hints, all, order }` of the options of a look-up, checked. */
function checkedOptions(options) {
  const { validateBoolean, validateNumber, validateOneOf } = require('internal/validators');
  const checked = { family: 0, hints: 0, all: false, order: defaultOrder };
  if (typeof options === 'number') {
    validateOneOf(options, 'family', FAMILIES);
    checked.family = options;
    return checked;
  }
  if (!given(options)) return checked;
  const { all, family, hints, order, verbatim } = options;
  if (given(hints)) {
    validateNumber(hints, 'options.hints');
    checked.hints = hints >>> 0;
    if ((checked.hints & ~(ADDRCONFIG | ALL | V4MAPPED)) !== 0) throw new errors.ERR_INVALID_ARG_VALUE('hints', checked.hints);
  }
  if (given(family)) {
    if (family === 'IPv4' || family === 'IPv6') {
      checked.family = family === 'IPv4' ? 4 : 6;
    } else {
      validateOneOf(family, 'options.family', FAMILIES);
      checked.family = family;
    }
  }
  if (given(all)) {
    validateBoolean(all, 'options.all');
    checked.all = all;
  }
  if (given(verbatim)) {
    validateBoolean(verbatim, 'options.verbatim');
    checked.order = verbatim ? 'verbatim' : 'ipv4first';
  }
  if (given(order)) {
    validateOneOf(order, 'options.order', ORDERS);
    checked.order = order;
  }
  return checked;
}

let warned = false;

function warnOfHostname(hostname) {
  if (warned) return;
  warned = true;
  process.emitWarning(
    `The provided hostname "${hostname}" is not a valid hostname, and is supported in the dns module solely for compatibility.`,
    'DeprecationWarning', 'DEP0118');
}

/** What needs no resolver: `{ address, family }`, or undefined. */
function known(hostname, family) {
  if (!hostname) {
    warnOfHostname(hostname);
    return { address: null, family: family === 6 ? 6 : 4 };
  }
  const version = isIP(hostname);
  return version === 0 ? undefined : { address: hostname, family: version };
}

function entry(address) {
  return { address, family: isIP(address) };
}

/**
 * Asks the system. `answer` gets an error, or null and the addresses.
 * @param {{family: number, hints: number, order: string}} options checked
 */
function ask(hostname, { family, hints, order }, answer) {
  const began = measure.begin('dns');
  natives.getaddrinfo(hostname, family, hints, ORDERS.indexOf(order), (errno, addresses) => {
    if (errno) {
      answer(errors.dnsException(errno, 'getaddrinfo', hostname));
      return;
    }
    measure.end(began, 'dns', 'lookup', { hostname, family, hints, verbatim: order === 'verbatim', order, addresses });
    answer(null, addresses);
  });
}

/** Asks the system for names. `answer` gets an error, or null, the host's name and the service's. */
function askNames(address, port, answer) {
  const began = measure.begin('dns');
  natives.getnameinfo(address, port, (errno, hostname, service) => {
    if (errno) {
      answer(errors.dnsException(errno, 'getnameinfo', address));
      return;
    }
    measure.end(began, 'dns', 'lookupService', { host: address, port, hostname, service });
    answer(null, hostname, service);
  });
}

/** `(hostname[, options], callback)`. */
function lookup(hostname, options, callback) {
  const { validateFunction, validateString } = require('internal/validators');
  if (hostname) validateString(hostname, 'hostname');
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  } else if (options !== undefined && typeof options !== 'object' && typeof options !== 'number') {
    validateFunction(arguments.length === 2 ? options : callback, 'callback');
    throw new errors.ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  } else {
    validateFunction(callback, 'callback');
  }
  const checked = checkedOptions(options);
  const { all, family } = checked;
  const answer = known(hostname, family);
  if (answer !== undefined) {
    if (!all) process.nextTick(callback, null, answer.address, answer.family);
    else process.nextTick(callback, null, answer.address === null ? [] : [answer]);
    return {};
  }
  const request = new GetAddrInfoReqWrap(callback, hostname, family);
  ask(hostname, checked, (error, addresses) => {
    if (error) callback(error);
    else if (all) callback(null, addresses.map(entry));
    else callback(null, addresses[0], family || isIP(addresses[0]));
  });
  return request;
}

Object.defineProperty(lookup, require('internal/util').customPromisifyArgs, {
  __proto__: null, value: ['address', 'family'], enumerable: false,
});

/** `(address, port, callback)`: the names that an address and a port have. */
function lookupService(address, port, callback) {
  const { validateFunction, validatePort } = require('internal/validators');
  if (arguments.length !== 3) throw new errors.ERR_MISSING_ARGS('address', 'port', 'callback');
  if (typeof address !== 'string' || isIP(address) === 0) throw new errors.ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
  validateFunction(callback, 'callback');
  port = +port;
  const request = new GetNameInfoReqWrap(callback, address, port);
  askNames(address, port, callback);
  return request;
}

Object.defineProperty(lookupService, require('internal/util').customPromisifyArgs, {
  __proto__: null, value: ['hostname', 'service'], enumerable: false,
});

module.exports = {
  ask, askNames, checkedOptions, entry, getDefaultResultOrder, known, lookup, lookupService, setDefaultResultOrder,
};
