'use strict';

/** `async_hooks.createHook`. */

const errors = require('internal/errors');
const { disable, enable } = require('internal/async_hooks/events');

const NAMES = ['init', 'before', 'after', 'destroy', 'promiseResolve'];
const kSymbols = Object.fromEntries(NAMES.map((name) => [name, Symbol(name)]));
const kNoPromiseHook = Symbol('kNoPromiseHook');

/** The hook's functions as they were when it was made. */
const entries = new WeakMap();

class AsyncHook {
  constructor({ init, before, after, destroy, promiseResolve }) {
    const functions = { init, before, after, destroy, promiseResolve };
    for (const name of NAMES) {
      if (functions[name] !== undefined && typeof functions[name] !== 'function') {
        throw new errors.ERR_ASYNC_CALLBACK(`hook.${name}`);
      }
    }
    for (const name of NAMES) this[kSymbols[name]] = functions[name];
    this[kNoPromiseHook] = false;
    entries.set(this, { owner: this, ...functions });
  }

  enable() {
    enable(entries.get(this));
    return this;
  }

  disable() {
    disable(entries.get(this));
    return this;
  }
}

function createHook(functions) {
  return new AsyncHook(functions);
}

module.exports = { createHook };
