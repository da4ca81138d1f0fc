'use strict';

/** `async_hooks.AsyncLocalStorage`, on the engine's own async context, which promises carry by themselves. */

const asyncContext = require('internal/async_context');
const { validateObject } = require('internal/validators');

/** What a disabled storage holds. */
const nothing = Symbol('disabled');

class AsyncLocalStorage {
  #key;
  #name = '';
  #defaultValue;

  constructor(options = {}) {
    validateObject(options, 'options');
    this.#defaultValue = options.defaultValue;
    if (options.name !== undefined) this.#name = `${options.name}`;
    this.#key = Symbol(this.#name);
  }

  /** A function that calls `fn` in the async context of now. */
  static bind(fn) {
    return require('internal/async_hooks/resource').AsyncResource.bind(fn);
  }

  /** A function that calls the function it is given in the async context of now. */
  static snapshot() {
    return AsyncLocalStorage.bind((fn, ...args) => fn(...args));
  }

  get name() {
    return this.#name;
  }

  disable() {
    if (this.getStore() !== this.#defaultValue) asyncContext.set(this.#key, nothing);
  }

  enterWith(store) {
    asyncContext.set(this.#key, store);
  }

  run(store, fn, ...args) {
    const before = asyncContext.set(this.#key, store);
    try {
      return Reflect.apply(fn, null, args);
    } finally {
      asyncContext.leave(before);
    }
  }

  exit(fn, ...args) {
    return this.run(undefined, fn, ...args);
  }

  getStore() {
    const store = asyncContext.get(this.#key, this.#defaultValue);
    return store === nothing ? this.#defaultValue : store;
  }
}

module.exports = { AsyncLocalStorage };
