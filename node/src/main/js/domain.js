'use strict';

/**
 * `node:domain`: error handling for a group of operations. A domain is carried to callbacks by an async hook, and to listeners by
 * the emitters that belong to it. While one with an error listener has been entered, uncaught errors are its own.
 */

const EventEmitter = require('events');
const errors = require('internal/errors');
const { createHook } = require('async_hooks');
const fatal = require('internal/process/fatal');

const { apply } = Reflect;
const { emit: plainEmit } = EventEmitter.prototype;
const { init: plainInit } = EventEmitter;

if (process.hasUncaughtExceptionCaptureCallback()) throw new errors.ERR_DOMAIN_CALLBACK_NOT_AVAILABLE();

const isPrimitive = (value) => value === null || (typeof value !== 'object' && typeof value !== 'function');

function hidden(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, configurable: true, enumerable: false, writable: true, value });
}

/** Async ids of resources that were made inside a domain. */
const domains = new Map();

const hook = createHook({
  init(asyncId, type, triggerAsyncId, resource) {
    const { active } = module.exports;
    if (active === null || active === undefined) return;
    domains.set(asyncId, active);
    if (resource instanceof Object) hidden(resource, 'domain', active);   // no object of another context
  },
  before(asyncId) {
    domains.get(asyncId)?.enter();
  },
  after(asyncId) {
    domains.get(asyncId)?.exit();
  },
  destroy(asyncId) {
    domains.delete(asyncId);
  },
});

class Domain extends EventEmitter {
  constructor() {
    super();
    this.members = [];
    hook.enable();
    this.on('removeListener', updateExceptionCapture);
    this.on('newListener', updateExceptionCapture);
  }
}

module.exports = { _stack: [], Domain, createDomain, create: createDomain, active: null };

function createDomain() {
  return new Domain();
}

let processDomain = null;

Object.defineProperty(process, 'domain', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return processDomain; },
  set(value) { processDomain = value; },
});

function activate(domain) {
  module.exports.active = domain;
  process.domain = domain;
}

/** Which errors are a domain's: those thrown while one that listens to errors has been entered. */
function updateExceptionCapture() {
  const listens = module.exports._stack.some((domain) => domain.listenerCount('error') > 0);
  fatal.capture(listens ? (error) => process.domain?._errorHandler(error) : null);
}

/** No domain is left entered after an uncaught error. */
function leaveAll() {
  module.exports._stack.length = 0;
  activate(null);
  updateExceptionCapture();
}

process.setUncaughtExceptionCaptureCallback = function setUncaughtExceptionCaptureCallback() {
  const error = new errors.ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE();
  error.stack += `\n${'-'.repeat(40)}\n${domainRequired.split('\n').slice(1).join('\n')}`;
  throw error;
};

const domainRequired = new Error('require(`domain`) at this point').stack;

// The domain's error listeners run outside of it, so that what they throw does not come back to them.
process.on('newListener', (name, listener) => {
  if (name !== 'uncaughtException' || listener === leaveAll) return;
  if (!process.listeners(name).includes(leaveAll)) process.prependListener(name, leaveAll);
});
process.on('removeListener', (name, listener) => {
  if (name === 'uncaughtException' && listener !== leaveAll && process.listenerCount(name) === 1) {
    process.removeListener(name, leaveAll);
  }
});

function emitCaught(domain, error) {
  const { _stack: stack } = module.exports;
  if (stack.length === 0) {
    // Without a listener it stays uncaught; what the last listener throws ends the program.
    if (domain.listenerCount('error') === 0) return false;
    fatal.capture(null);
    try {
      return domain.emit('error', error);
    } finally {
      updateExceptionCapture();
    }
  }
  try {
    return domain.emit('error', error);
  } catch (thrown) {
    // The domain around it may deal with what the listener threw.
    updateExceptionCapture();
    if (stack.length === 0) throw thrown;
    activate(stack.at(-1));
    return process.domain._errorHandler(thrown);
  }
}

const methods = {
  /** @returns {boolean} whether somebody dealt with it */
  _errorHandler(error) {
    if (!isPrimitive(error)) {
      hidden(error, 'domain', this);
      error.domainThrown = true;
    }
    while (module.exports.active === this) this.exit();
    const caught = emitCaught(this, error);
    leaveAll();
    return caught;
  },

  enter() {
    module.exports._stack.push(this);
    activate(this);
    updateExceptionCapture();
  },

  /** Leaves it, and those entered since. */
  exit() {
    const { _stack: stack } = module.exports;
    const index = stack.lastIndexOf(this);
    if (index === -1) return;
    stack.splice(index);
    activate(stack.at(-1));
    updateExceptionCapture();
  },

  add(emitter) {
    if (emitter.domain === this) return;
    if (emitter.domain) emitter.domain.remove(emitter);
    // A domain may belong to another one, but not in a circle.
    if (this.domain && emitter instanceof Domain) {
      for (let around = this.domain; around; around = around.domain) {
        if (around === emitter) return;
      }
    }
    hidden(emitter, 'domain', this);
    this.members.push(emitter);
  },

  remove(emitter) {
    emitter.domain = null;
    const index = this.members.indexOf(emitter);
    if (index !== -1) this.members.splice(index, 1);
  },

  run(fn, ...args) {
    this.enter();
    const result = apply(fn, this, args);
    this.exit();
    return result;
  },

  /** A function for callbacks with an error first: the error goes to the domain, the rest to `fn`. */
  intercept(fn) {
    const domain = this;
    return mark(function runIntercepted(error, ...args) {
      if (error instanceof Error) {
        error.domainBound = fn;
        error.domainThrown = false;
        hidden(error, 'domain', domain);
        domain.emit('error', error);
        return undefined;
      }
      return callIn(domain, this, fn, args);
    }, domain);
  },

  bind(fn) {
    const domain = this;
    return mark(function runBound(...args) {
      return callIn(domain, this, fn, args);
    }, domain);
  },
};

Domain.prototype.members = undefined;
Object.assign(Domain.prototype, methods);

function callIn(domain, receiver, fn, args) {
  domain.enter();
  const result = apply(fn, receiver, args);
  domain.exit();
  return result;
}

function mark(fn, domain) {
  hidden(fn, 'domain', domain);
  Object.defineProperty(fn, 'domain', { enumerable: true });
  return fn;
}

// Emitters belong to the domain they are made in.

EventEmitter.usingDomains = true;

EventEmitter.init = function(options) {
  hidden(this, 'domain', null);
  const { active } = module.exports;
  if (active && !(this instanceof Domain)) this.domain = active;
  return apply(plainInit, this, [options]);
};

EventEmitter.prototype.emit = function emit(...args) {
  const { domain } = this;
  const [type] = args;
  if (domain === null || domain === undefined || this === process || (type === 'error' && this.listenerCount(type) > 0)) {
    return apply(plainEmit, this, args);
  }
  if (type === 'error') return emitError(this, domain, args[1]);
  domain.enter();
  const heard = apply(plainEmit, this, args);
  domain.exit();
  return heard;
};

/** An error event that the emitter itself does not listen to is its domain's. */
function emitError(emitter, domain, argument) {
  const error = argument || new errors.ERR_UNHANDLED_ERROR(argument);
  if (typeof error === 'object') {
    error.domainEmitter = emitter;
    hidden(error, 'domain', domain);
    error.domainThrown = false;
  }
  const { _stack: stack, active } = module.exports;
  let left = stack.length;
  while (left > 0 && stack[left - 1] === domain) left--;
  module.exports._stack = stack.slice(0, left);
  activate(left === 0 ? null : stack[left - 1]);
  updateExceptionCapture();
  domain.emit('error', error);
  module.exports._stack = stack;
  activate(active);
  updateExceptionCapture();
  return false;
}
