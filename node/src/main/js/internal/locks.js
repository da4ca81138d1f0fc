'use strict';

/** navigator.locks: named locks that all threads of the program share (W3C Web Locks API). */

const { requestLock, stealLock, releaseLock, withdrawLock, queryLocks } = binding('locks');
const errors = require('internal/errors');
const { validateAbortSignal, validateFunction } = require('internal/validators');

const kConstruct = Symbol('kConstruct');

class Lock {
  #name;
  #mode;

  constructor(token, name, mode) {
    if (token !== kConstruct) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
    this.#name = name;
    this.#mode = mode;
  }

  get name() { return this.#name; }

  get mode() { return this.#mode; }
}

class LockManager {
  #manages = true;

  constructor(token) {
    if (token !== kConstruct) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
  }

  /**
   * Calls back when the lock is there and keeps it until what the callback returns is settled.
   *
   * @param {string} name
   * @param {{mode?: 'exclusive'|'shared', ifAvailable?: boolean, steal?: boolean, signal?: AbortSignal}} [options]
   * @param {(lock: Lock|null) => unknown} callback is given null if the lock is not there and was wanted only then
   * @returns {Promise<unknown>} what the callback returned
   */
  async request(name, options, callback = undefined) {
    if (!LockManager.#isOne(this)) throw new errors.ERR_INVALID_THIS('LockManager');
    if (callback === undefined) {
      callback = options;
      options = undefined;
    }
    if (typeof name === 'symbol') throw new errors.ERR_INVALID_ARG_VALUE('value', name);
    name = `${name}`;
    validateFunction(callback, 'callback');
    const { mode, ifAvailable, steal, signal } = readOptions(options);
    signal?.throwIfAborted();
    if (name[0] === '-') throw notSupported('Lock name may not start with hyphen');
    if (ifAvailable && steal) throw notSupported('ifAvailable and steal are mutually exclusive');
    if (mode !== 'exclusive' && steal) throw notSupported(`mode: "${mode}" and steal are mutually exclusive`);
    if (signal && (steal || ifAvailable)) throw notSupported('signal cannot be used with steal or ifAvailable');
    return hold(name, mode, ifAvailable, steal, signal, callback);
  }

  /** @returns {Promise<{held: object[], pending: object[]}>} of objects with name, mode and clientId */
  async query() {
    if (!LockManager.#isOne(this)) throw new errors.ERR_INVALID_THIS('LockManager');
    return queryLocks();
  }

  static #isOne(value) {
    return typeof value === 'object' && value !== null && #manages in value;
  }
}

Object.defineProperties(Lock.prototype, {
  name: { __proto__: null, enumerable: true },
  mode: { __proto__: null, enumerable: true },
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'Lock' },
});
Object.defineProperties(LockManager.prototype, {
  request: { __proto__: null, enumerable: true },
  query: { __proto__: null, enumerable: true },
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'LockManager' },
});

function domException(message, name) {
  const DOMException = require('internal/errors/dom_exception').DOMException;
  return new DOMException(message, name);
}

function notSupported(message) {
  return domException(message, 'NotSupportedError');
}

function readOptions(options) {
  if (options === undefined || options === null) options = {};
  if (typeof options !== 'object' && typeof options !== 'function') throw new errors.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  const { ifAvailable = false, mode = 'exclusive', signal, steal = false } = options;
  if (mode !== 'exclusive' && mode !== 'shared') {
    const error = new TypeError(`mode value '${mode}' is not a valid enum value of type LockMode.`);
    error.code = 'ERR_INVALID_ARG_VALUE';
    throw error;
  }
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  return { mode, ifAvailable: Boolean(ifAvailable), steal: Boolean(steal), signal };
}

function hold(name, mode, ifAvailable, steal, signal, callback) {
  return new Promise((resolve, reject) => {
    let request;
    const abort = () => {
      if (withdrawLock(request)) reject(signal.reason);
    };
    const stolen = () => reject(domException('The operation was aborted', 'AbortError'));
    const granted = () => {
      signal?.removeEventListener('abort', abort);
      new Promise((done) => { done(callback(new Lock(kConstruct, name, mode))); }).then((value) => {
        if (releaseLock(request)) resolve(value);
        else stolen();
      }, (error) => {
        if (releaseLock(request)) reject(error);
        else stolen();
      });
    };
    if (steal) {
      request = stealLock(name, stolen);
      granted();
      return;
    }
    const answer = requestLock(name, mode === 'shared', ifAvailable, granted, stolen);
    if (answer === undefined) {
      resolve(callback(null));
      return;
    }
    request = answer[0];
    if (answer[1]) granted();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

let manager;

/** This thread's LockManager: `navigator.locks`, and `locks` of `worker_threads`. */
function lockManager() {
  return manager ??= new LockManager(kConstruct);
}

module.exports = { lockManager };
