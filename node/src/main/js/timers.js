'use strict';

/** `node:timers`. */

const { Timeout, clearTimeout: clear, restart } = require('internal/timers');
const { Immediate, clearImmediate } = require('internal/timers/immediates');

const customPromisify = Symbol.for('nodejs.util.promisify.custom');

function checkCallback(callback) {
  if (typeof callback !== 'function') throw new (require('internal/errors').ERR_INVALID_ARG_TYPE)('callback', 'Function', callback);
}

function setTimeout(callback, after, ...args) {
  checkCallback(callback);
  const timeout = new Timeout(callback, after, args.length === 0 ? undefined : args, false, true);
  restart(timeout);
  return timeout;
}

function setInterval(callback, repeat, ...args) {
  checkCallback(callback);
  const timeout = new Timeout(callback, repeat, args.length === 0 ? undefined : args, true, true);
  restart(timeout);
  return timeout;
}

function setImmediate(callback, ...args) {
  checkCallback(callback);
  return new Immediate(callback, args.length === 0 ? undefined : args);
}

function clearTimeout(timer) {
  clear(timer);
}

function clearInterval(timer) {
  clear(timer);
}

Object.defineProperty(setTimeout, customPromisify, {
  __proto__: null,
  enumerable: true,
  get() { return require('timers/promises').setTimeout; },
});

Object.defineProperty(setImmediate, customPromisify, {
  __proto__: null,
  enumerable: true,
  get() { return require('timers/promises').setImmediate; },
});

module.exports = { setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval };

Object.defineProperty(module.exports, 'promises', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return require('timers/promises'); },
});
