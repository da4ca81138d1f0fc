'use strict';

/**
 * The dispatcher of requests that bring none. It is kept where Node's fetch keeps it: the package undici sets it and finds it there.
 */

const kGlobalDispatcher = Symbol.for('undici.globalDispatcher.1');

function setGlobalDispatcher(dispatcher) {
  if (typeof dispatcher?.dispatch !== 'function') {
    const { InvalidArgumentError } = require('internal/fetch/library').library('lib/core/errors');
    throw new InvalidArgumentError('Argument agent must implement Agent');
  }
  Object.defineProperty(globalThis, kGlobalDispatcher, { __proto__: null, value: dispatcher, writable: true });
}

function getGlobalDispatcher() {
  if (globalThis[kGlobalDispatcher] === undefined) {
    const { HttpDispatcher } = require('internal/fetch/dispatcher');
    const usesProxies = require('internal/options').getOption('--use-env-proxy');
    setGlobalDispatcher(new HttpDispatcher(usesProxies ? new (require('internal/fetch/proxies').Proxies)() : null));
  }
  return globalThis[kGlobalDispatcher];
}

module.exports = { getGlobalDispatcher, setGlobalDispatcher };
